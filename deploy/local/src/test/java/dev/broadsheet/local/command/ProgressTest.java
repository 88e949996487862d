package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();

    @Test
    void aLogHearsOfLongWorkTenTimesAndOfItsEnd() {
        assumeTrue(System.console() == null, "a terminal shows a bar instead");
        try (Progress progress = new Progress(new PrintWriter(err, true), false)) {
            progress.begin("replaying", 2_000);
            for (int done = 1; done <= 2_000; done++) {
                progress.at(done);
            }
        }

        assertThat(err.toString().lines())
                .hasSize(12)
                .startsWith("broadsheet: replaying (2000)", "broadsheet: 1 of 2000", "broadsheet: 200 of 2000")
                .endsWith("broadsheet: 2000 of 2000");
    }

    @Test
    void aTerminalShowsHowManyAreDoneAndHowLongItTookAndWillTake() {
        List<String> shown = new ArrayList<>();
        try (ProgressBar bar = Progress.bar("pages", 108)
                .setConsumer(new DelegatingProgressBarConsumer(shown::add, 100))
                .startsFrom(20, Duration.ofSeconds(10))
                .build()) {
            bar.stepTo(60);
        }

        assertThat(shown)
                .last()
                .asString()
                .contains("pages", " 60/108 ")
                .containsPattern("\\(\\d+:\\d\\d:\\d\\d / \\d+:\\d\\d:\\d\\d\\)");
    }

    @Test
    void whoAsksForQuietHearsNothing() {
        try (Progress progress = new Progress(new PrintWriter(err, true), true)) {
            progress.say("begins");
            progress.begin("replaying", 2);
            progress.at(2);
        }

        assertThat(err.toString()).isEmpty();
    }
}
