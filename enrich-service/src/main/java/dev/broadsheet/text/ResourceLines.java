package dev.broadsheet.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads vocabulary and weights from the class path: UTF-8, an entry a line; a line that begins with {@code #} is a comment. */
public final class ResourceLines {

    private ResourceLines() {}

    /**
     * The lines of a resource that say something, without blanks around them.
     *
     * @param owner class beside which the resource lies
     * @param name its name; unpacked where it ends with {@code .gz}
     * @throws IllegalStateException when the program was packed without the resource
     */
    public static List<String> lines(Class<?> owner, String name) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(owner, name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the class path", e);
        }
    }

    /** The same, each line split at its blanks. */
    public static List<List<String>> fields(Class<?> owner, String name) {
        return lines(owner, name).stream()
                .map(line -> List.of(line.split("\\s+")))
                .toList();
    }

    /** The same, for words that stand several on a line: all of them, in order. */
    public static List<String> words(Class<?> owner, String name) {
        return lines(owner, name).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList();
    }

    /**
     * An open resource, unpacked where its name ends with {@code .gz}.
     *
     * @throws IllegalStateException when the program was packed without the resource
     */
    public static InputStream open(Class<?> owner, String name) throws IOException {
        InputStream in = owner.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing beside " + owner.getName()
                    + ": the program is packed incompletely, build it anew");
        }
        return name.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
