package dev.broadsheet.ingest;

import java.nio.charset.StandardCharsets;

/**
 * The page label of an undated page: its file's name. Nearly every name can stand as it is ({@code scan_0042.txt},
 * {@code 头版.txt}). In one that an id cannot hold, each such character becomes an underscore and a fingerprint of the
 * whole name follows, so that two files never share a page by accident.
 */
final class SourceLabel {

    private static final int LONGEST = 255;
    private static final int LONGEST_CHANGED = 120;
    private static final int FINGERPRINT_DIGITS = 12;

    private SourceLabel() {}

    static String of(String fileName) {
        String readable =
                fileName.replaceAll("[/\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "_").strip();
        if (readable.equals(fileName) && !readable.isEmpty() && readable.length() <= LONGEST) {
            return readable;
        }
        String fingerprint =
                Sha256.hex(fileName.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT_DIGITS);
        int end = readable.offsetByCodePoints(
                0, Math.min(readable.codePointCount(0, readable.length()), LONGEST_CHANGED));
        return readable.substring(0, end) + "_" + fingerprint;
    }
}
