package dev.broadsheet.ingest;

/**
 * What the hot folder remembers of a file between two polls.
 *
 * <p>A file has <em>settled</em> when it looked the same at a number of polls in a row: whoever wrote it is done.
 */
final class WaitingFile {

    final Backoff backoff;
    private FileLook look;
    private int sameLooks;
    private FileLook acknowledged;

    WaitingFile(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Notes how the file looks at this poll; tells at how many polls in a row it has looked so. */
    int note(FileLook now) {
        sameLooks = now.equals(look) ? sameLooks + 1 : 1;
        look = now;
        return sameLooks;
    }

    FileLook look() {
        return look;
    }

    /** The file was written to after all: waits until it settles again. */
    void unsettle() {
        sameLooks = 0;
    }

    /** The broker has the page as it looks now; only the move is left, and if it fails the page is not sent again. */
    void acknowledge() {
        acknowledged = look;
    }

    boolean isAcknowledged() {
        return look.equals(acknowledged);
    }
}
