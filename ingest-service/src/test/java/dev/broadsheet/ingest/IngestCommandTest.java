package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class IngestCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            IngestCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void helpAndVersionAreThere() {
        assertThat(command.execute("--help")).isZero();
        assertThat(out.toString()).contains("BROADSHEET_INGEST_", "KAFKA_", "--config", "Exit status");
        assertThat(command.execute("--version")).isZero();
        assertThat(out.toString()).contains("broadsheet ingest");
    }

    @Test
    void aWrongOptionIsWrongUsage() {
        assertThat(command.execute("--port=1")).isEqualTo(2);
        assertThat(err.toString()).contains("--port");
    }

    @Test
    void aConfigurationFileThatIsMissingIsOneLine() {
        assertThat(command.execute("--config=absent.properties")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("ingest: ")
                .contains("absent.properties")
                .hasLineCount(1);
    }

    @Test
    void aNewTokenOpensTheDoorItsEntryDescribes() {
        assertThat(command.execute("hash-token", "--name=scanner-3", "--publication=yunting-daily"))
                .isZero();

        String token = find("token .*: (\\S+)");
        BearerTokens tokens = new BearerTokens(List.of(find("entry .*: (\\S+)")));
        assertThat(tokens.publicationOf("Bearer " + token)).isEqualTo("yunting-daily");
    }

    @Test
    void aNameThatAnEntryCannotHoldIsRefused() {
        assertThat(command.execute("hash-token", "--name=a:b")).isEqualTo(2);
    }

    private String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out.toString());
        assertThat(matcher.find()).as(out.toString()).isTrue();
        return matcher.group(1);
    }
}
