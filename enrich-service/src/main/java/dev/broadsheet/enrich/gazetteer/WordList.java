package dev.broadsheet.enrich.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the gazetteers: UTF-8 text beside this class, one entry or several words a line, {@code #} starts a comment. */
public final class WordList {

    private WordList() {}

    /** The words of a list, in order, each once. */
    public static Set<String> words(String resource) {
        Set<String> words = new LinkedHashSet<>();
        lines(resource).forEach(line -> words.addAll(Arrays.asList(line.split("\\s+"))));
        return words;
    }

    /**
     * The lines of a list, without comments and blank lines.
     *
     * @throws IllegalStateException when the class path has no such list: the program is packed wrongly
     */
    public static List<String> lines(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no gazetteer " + resource + " beside " + WordList.class.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    lines.add(entry);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read gazetteer " + resource, e);
        }
    }
}
