package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicLong underWay = new AtomicLong();

    @Test
    void neverAreMoreRecordsUnderWayThanTheWindowHoldsSoThatALivePageWaitsBehindNoMore() throws InterruptedException {
        // Each look at the stream finds one record less.
        Pace pace = new Pace(
                request(1_000_000, 5), () -> underWay.updateAndGet(left -> Math.max(0, left - 1)), () -> false, LONG);
        for (int batch = 0; batch < 6; batch++) {
            pace.await(2);
            assertThat(underWay.addAndGet(2)).isBetween(2L, 5L);
        }
    }

    @Test
    void whatOnlyTransactionMarkersHoldUpIsNotWaitedFor() throws InterruptedException {
        underWay.set(7);
        new Pace(request(1_000_000, 5), underWay::get, () -> true, LONG).await(1);
    }

    @Test
    void aStreamThatDoesNotWorkEndsTheReplayInsteadOfHoldingItUpForEver() {
        underWay.set(7);
        Pace pace = new Pace(request(1_000_000, 5), underWay::get, () -> false, Duration.ZERO);

        assertThatThrownBy(() -> pace.await(1))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("7 records are under way")
                .hasMessageContaining("is the enrich service running?");
    }

    @Test
    void noMoreIsSentInASecondThanTheRateAllows() throws InterruptedException {
        Pace pace = new Pace(request(20, 1_000), underWay::get, () -> true, LONG);
        long begin = System.nanoTime();
        for (int batch = 0; batch < 4; batch++) {
            pace.await(2);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("three batches of a tenth of a second each lie between the first and the last")
                .isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    private static ReplayRequest request(double rate, long window) {
        return new ReplayRequest("pace", Stage.SEGMENT, ReplayFilter.ALL, rate, window);
    }
}
