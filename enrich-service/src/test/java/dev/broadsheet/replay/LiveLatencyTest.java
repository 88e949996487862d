package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveLatencyTest {

    @Test
    void theReportTellsHowLivePagesFared() {
        LiveLatency live = LiveLatency.of(
                Stream.of(2_500, 100, 300).map(Duration::ofMillis).toList());
        assertThat(live).isEqualTo(new LiveLatency(3, Duration.ofMillis(300), Duration.ofMillis(2_500)));

        assertThat(lines(live)).anyMatch(line -> line.contains("3 articles") && line.contains("0.3 s in the median"));
        assertThat(lines(LiveLatency.of(List.of()))).noneMatch(line -> line.contains("live"));
    }

    private static List<String> lines(LiveLatency live) {
        ReplayReport report =
                new ReplayReport(Deed.replay(Stage.SEGMENT), 1, 1, ReplayReport.noChanges(), 0, List.of(), live);
        return TextReport.lines(report, 10);
    }
}
