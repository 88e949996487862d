package dev.broadsheet.replay;

/** Hears how a replay gets on. */
public interface ReplayProgress {

    /** Says nothing. */
    ReplayProgress SILENT = new ReplayProgress() {
        @Override
        public void resumed(long read) {}

        @Override
        public void read(long done, long total, long replayed) {}

        @Override
        public void waiting(long backlog) {}
    };

    /**
     * An interrupted replay of this name goes on.
     *
     * @param read archive records that were behind it already
     */
    void resumed(long read);

    /**
     * Part of the archive has been read.
     *
     * @param done archive records read, those of an interrupted run included
     * @param total archive records in all
     * @param replayed pages that this run sent
     */
    void read(long done, long total, long replayed);

    /**
     * Everything is sent; the pipeline is still at work.
     *
     * @param backlog records before it
     */
    void waiting(long backlog);
}
