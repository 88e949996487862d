package dev.broadsheet.local.command;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;

/**
 * Reads lines that end in a line feed and in nothing else. {@link java.io.BufferedReader} would also break a line at a
 * stray carriage return and so give two results for what its sender counts as one line.
 */
final class LineReader {

    private final Reader reader;

    LineReader(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, which may be {@code \n} or {@code \r\n}; null after the last one. */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
        }
        if (c == '\n' && !line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    /** All that is left. */
    static String all(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }
}
