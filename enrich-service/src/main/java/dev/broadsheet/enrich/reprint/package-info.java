/**
 * Reprints: articles that tell the same text, across pages, issues and newspapers, whole or abridged.
 *
 * <p>A {@link dev.broadsheet.enrich.reprint.Fingerprint} samples an article's shingles with their places; its 32 lowest hashes
 * are the keys under which it is looked up; {@link dev.broadsheet.enrich.reprint.Alignment} lays two of them side by side and
 * measures how much of the shorter text runs through the longer one; {@link dev.broadsheet.enrich.reprint.ReprintIndex} links
 * those that share enough and names the clusters.
 *
 * <p>Two reports of one event share names, numbers and set phrases, but no long runs; an abridged or badly scanned reprint shares few
 * of all its pieces, but long runs. Hence runs decide, and no share of pieces does.
 *
 * <h2>In a stream</h2>
 *
 * State is a map from text keys to bytes, four kinds of them: {@code article/ID} (sketch, neighbours, cluster told; 1 to 4
 * KB), {@code key/HASH} (at most 32 ids), {@code day/DATE/DRAWER} (ids, so that old days can go) and {@code days}. A sketch costs one
 * read per key and one per candidate, a few hundred microseconds, so one task keeps up with thousands of newspapers:
 * let all articles through one partition, whose key-value store is the {@link dev.broadsheet.enrich.reprint.ReprintStore}, and
 * publish again each article that {@code put} or {@code remove} names. To spread it wider, send each article once for
 * every key to the partition of {@code HASH}, keep {@code key/} and {@code article/} there, send the links found to the partition
 * of the lower article id, and keep neighbours and clusters there: within the bounds of
 * {@link dev.broadsheet.enrich.reprint.ReprintIndex}, links and clusters do not depend on the order.
 */
package dev.broadsheet.enrich.reprint;
