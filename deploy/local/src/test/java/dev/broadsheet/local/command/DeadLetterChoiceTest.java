package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.deadletter.FiledLetter;
import dev.broadsheet.schema.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DeadLetterChoiceTest {

    @Test
    void agesAreReadInMinutesHoursAndDays() {
        FiledLetter yesterday = letter(Duration.ofHours(30));
        assertThat(choice("--failed-before", "90m").takes(yesterday)).isTrue();
        assertThat(choice("--failed-before", "36h").takes(yesterday)).isFalse();
        assertThat(choice("--failed-within", "1d").takes(yesterday)).isFalse();
        assertThat(choice("--failed-within", "2d").takes(yesterday)).isTrue();
    }

    @Test
    void everyConditionMustHold() {
        FiledLetter letter = letter(Duration.ofHours(1));
        assertThat(choice("--stage", "enrich", "--publication", "minhai-daily", "--cause", "such day")
                        .takes(letter))
                .isTrue();
        assertThat(choice("--stage", "segment", "--publication", "minhai-daily").takes(letter))
                .isFalse();
        assertThat(choice("--publication", "minhai").takes(letter)).isFalse();
        assertThat(choice("18").takes(letter)).isFalse();
    }

    @Test
    void redrivingAllByLeavingEverythingOutIsNotMeant() {
        assertThat(choice().isOfAll()).isTrue();
        assertThat(choice("--failed-before", "1h").isOfAll()).isFalse();
    }

    @Test
    void anAgeThatIsNoneIsToldWithAnExample() {
        CommandLineRun run = CommandLineRun.of("dead-letters", "list", "--failed-before", "soon");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("36h");
    }

    private static DeadLetterChoice choice(String... arguments) {
        return CommandLine.populateCommand(new Chosen(), arguments).choice;
    }

    @Command(name = "chosen")
    private static final class Chosen {

        @Mixin
        private DeadLetterChoice choice;
    }

    private static FiledLetter letter(Duration age) {
        DeadLetter letter = DeadLetter.newBuilder()
                .setStage("enrich")
                .setCause("no such day")
                .setTopic("broadsheet.articles.classified")
                .setPartition(0)
                .setOffset(41)
                .setPageId("minhai-daily/2024-07-21/1")
                .setArticleId("minhai-daily/2024-07-21/1/3")
                .setFailedAt(Instant.now().minus(age))
                .setPipelineVersion("1.0.0")
                .build();
        return new FiledLetter(17, letter, true);
    }
}
