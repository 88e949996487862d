package dev.broadsheet.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a stream up to a bound of size and of time: no sender makes the service hold more, or wait longer. */
final class BoundedBytes {

    /** A page takes a second on a slow line; a sender that drips must not keep a place from others. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int CHUNK = 16 * 1024;

    private BoundedBytes() {}

    /**
     * Everything the stream holds.
     *
     * @param most bytes allowed
     * @throws PageRefusedException too-large, once one byte more has come; incomplete, when it takes a minute
     */
    static byte[] read(InputStream stream, int most) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
            bytes.write(chunk, 0, count);
            if (bytes.size() > most) {
                throw tooLarge(most);
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new PageRefusedException(
                        Refusal.INCOMPLETE, "The page took more than " + LONGEST.toSeconds() + " s; send it faster.");
            }
        }
        return bytes.toByteArray();
    }

    static PageRefusedException tooLarge(int most) {
        return new PageRefusedException(
                Refusal.TOO_LARGE,
                "A page has at most " + most + " bytes; send it in parts, or raise the bound where the topic allows.");
    }
}
