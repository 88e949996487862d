package dev.broadsheet.ingest;

/**
 * What a sender gets once the broker has the page on all in-sync replicas.
 *
 * @param pageId e.g. {@code minhai-daily/2024-07-21/1}
 * @param topic topic that holds the page
 * @param partition its partition
 * @param offset its offset in the partition
 * @param sha256 of the page's bytes, 64 lower-case hexadecimal digits
 * @param revision orders the scans of one page, the higher one is newer
 */
public record Receipt(String pageId, String topic, int partition, long offset, String sha256, long revision) {}
