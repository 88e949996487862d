package dev.broadsheet.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether there is room for the state stores. RocksDB holds what is new in memory for a while, so a full disk may go unnoticed
 * until the moment when it hurts.
 */
final class StateDisk {

    /** What RocksDB may have to write at once: all its write buffers. */
    private static final long ENOUGH = BoundedRocksDb.WRITE_BUFFERS;

    private StateDisk() {}

    /** @return what is wrong, for an operator; null when nothing is, or the folder is not there yet */
    static String complaint(Path folder) {
        try {
            long free = Files.exists(folder) ? Files.getFileStore(folder).getUsableSpace() : ENOUGH;
            return free < ENOUGH
                    ? "the disk is full: " + free / 1024 + " KB left for the state in " + folder + ", " + ENOUGH / 1024
                            + " KB are needed"
                    : null;
        } catch (IOException e) {
            return "the state folder " + folder + " cannot be looked at: " + e.getMessage();
        }
    }
}
