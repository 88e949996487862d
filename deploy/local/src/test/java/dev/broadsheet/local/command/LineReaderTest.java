package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;

class LineReaderTest {

    @Property
    void aTextHasAsManyLinesAsLineFeeds(
            @ForAll @Size(max = 12) List<@Chars({'日', ' ', '\r', '\t', '\f', '\u2028', '\u0085'}) String> lines)
            throws IOException {
        assertThat(read(String.join("\n", lines) + "\n")).hasSize(Math.max(1, lines.size()));
    }

    @Example
    void theEndOfALineMayBeThatOfWindowsAndTheLastOneMayLackIt() throws IOException {
        assertThat(read("昨日\r今日\r\n\n明日")).containsExactly("昨日\r今日", "", "明日");
    }

    @Example
    void anEmptyTextHasNoLine() throws IOException {
        assertThat(read("")).isEmpty();
    }

    private static List<String> read(String text) throws IOException {
        LineReader reader = new LineReader(new StringReader(text));
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
