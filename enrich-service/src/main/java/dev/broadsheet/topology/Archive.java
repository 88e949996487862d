package dev.broadsheet.topology;

import org.apache.kafka.common.header.Headers;

/** The topic of pages, where the newest scan of each has to be the last: only that one outlives compaction. */
@FunctionalInterface
public interface Archive {

    /**
     * Appends a record of the archive once more.
     *
     * @param marks of the record that it is to stand behind; the copy bears the same time of receipt, so that this never goes back
     * @return false where the record is not there any longer
     */
    boolean repeat(int partition, long offset, Headers marks);
}
