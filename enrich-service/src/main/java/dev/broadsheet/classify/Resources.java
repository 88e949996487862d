package dev.broadsheet.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** This package's own text resources. */
final class Resources {

    private Resources() {}

    /** The lines of a resource, unpacked where it is a .gz, that say something: without blank ones and # comments. */
    static List<String> lines(String name) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpacked(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + name + " from the class path", broken);
        }
    }

    private static InputStream unpacked(String name) throws IOException {
        return name.endsWith(".gz") ? new GZIPInputStream(open(name)) : open(name);
    }

    /** An open resource. */
    static InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing beside " + Resources.class.getName());
        }
        return in;
    }
}
