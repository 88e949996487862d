package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BroadsheetTest {

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Broadsheet.commandLine(nowhere, nowhere).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: broadsheet " + command).containsPattern("Examples?:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aWrongOptionIsOneLineThatNamesItAndTheHelp(String command) {
        CommandLineRun run = CommandLineRun.of(command, "x", "--no-such-option");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("--no-such-option", command + " --help");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "extract", "submit"})
    void aMissingFileIsOneLineThatNamesIt(String command) {
        CommandLineRun run =
                CommandLineRun.of(command, folder.resolve("nowhere.txt").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("nowhere.txt", "no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "-1", "fortnight"})
    void aReprintWindowThatCannotBeIsToldBeforeAnythingStarts(String days) {
        CommandLineRun run = CommandLineRun.of("up", "--data", folder.toString(), "--reprint-days", days);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("--reprint-days", days, "0 to 366");
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "topics"})
    void withoutAClusterACommandSaysHowToGetOne(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--data", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("broadsheet up", "--bootstrap-servers");
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                Arguments.of("replay --stage publish", "'publish' is no stage; there are segment, classify and enrich"),
                Arguments.of("dead-letters list --stage publish", "'publish' is no stage"),
                Arguments.of("replay --from 2024-13-01", "'2024-13-01' is no day; write it like 2024-07-21"),
                Arguments.of("articles --date yesterday", "'yesterday' is no day"),
                Arguments.of("replay --from 2024-07-02 --to 2024-07-01", "the date range"),
                Arguments.of("replay --rate 0", "must be positive"),
                Arguments.of("replay --page-id minhai-daily", "is no page id"),
                Arguments.of("replay --dry-run --show -1", "expected 0 or more"),
                Arguments.of("replay --dry-run --html no/such/folder/page.html", "a folder that is there"),
                Arguments.of("replay --html page.html", "--html goes with --dry-run"),
                Arguments.of("dead-letters redrive", "say which"));
    }

    /** None of them names a cluster, so they would fail otherwise if they came that far. */
    @ParameterizedTest
    @MethodSource("wrongUses")
    void whatCannotBeMeantIsOneLineBeforeAnythingIsDone(String command, String told) {
        CommandLineRun run = CommandLineRun.of(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains(told).doesNotContain("java.");
    }

    @Test
    void aBrokerThatIsNotThereIsOneLineWithItsAddress() {
        CommandLineRun run = CommandLineRun.of(
                "articles", "--bootstrap-servers", "127.0.0.1:1", "--schema-registry", "http://127.0.0.1:1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        CommandLineRun run = CommandLineRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("run", "up", "extract", "analyze", "articles");
    }

    @Test
    void itTellsItsVersion() {
        assertThat(CommandLineRun.of("--version").out()).matches("(?s)broadsheet \\d+\\.\\d+\\.\\d+ .*");
    }

    @Test
    void aMisspeltPageIdWithdrawsNothing() {
        CommandLineRun run = CommandLineRun.of("withdraw", "minhai-daily/2024-07-21/1", "minhai-daily/2024-07-32/1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("2024-07-32").doesNotContain("no cluster");
    }
}
