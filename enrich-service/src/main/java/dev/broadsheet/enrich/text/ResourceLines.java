package dev.broadsheet.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the vocabulary files: UTF-8, {@code #} starts a comment, fields stand apart by blanks. */
public final class ResourceLines {

    private ResourceLines() {}

    /**
     * The fields of every line that has some.
     *
     * @param owner the class beside which the file lies
     * @throws IllegalStateException when the program was packed without the file
     */
    public static List<List<String>> read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("vocabulary " + name + " is missing beside " + owner.getName()
                        + ": the program is packed incompletely, build it anew");
            }
            return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read vocabulary " + name, e);
        }
    }

    private static List<List<String>> lines(BufferedReader reader) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                lines.add(List.of(content.split("\\s+")));
            }
        }
        return lines;
    }
}
