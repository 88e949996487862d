/**
 * Reprocessing the archive.
 *
 * <p>A replay sends pages from {@code broadsheet.pages} to {@code broadsheet.pages.replay}, where the running pipeline takes
 * them up beside live pages; {@link dev.broadsheet.replay.Replay} does that, at a bounded rate and resumable. When only
 * classification or enrichment is to be done once more, published articles are sent instead, into the topic before that stage.
 * A dry run computes the same articles without Kafka and compares them with those that are published.
 * {@link dev.broadsheet.replay.ReplayReport} says what changed, as text or as an HTML page.
 *
 * <p>{@link dev.broadsheet.replay.StreamPosition} tells how far the stream has come, {@link dev.broadsheet.replay.Rebuild}
 * restores ids after a disaster, {@link dev.broadsheet.replay.Succession} lets a new version that ran beside the old one take
 * its place.
 */
package dev.broadsheet.replay;
