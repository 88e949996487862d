package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong now = new AtomicLong();
    private final Patience patience = new Patience(Duration.ofNanos(10), now::get);

    @Test
    void itLastsAsLongAsWorkGetsLess() {
        for (long left = 100; left > 0; left--) {
            now.addAndGet(10);
            assertThat(patience.lasts(left)).isTrue();
        }
    }

    @Test
    void itEndsWhenWorkHasNotGotLessForTooLongThoughItMayHaveGrown() {
        assertThat(patience.lasts(100)).isTrue();
        now.set(10);
        assertThat(patience.lasts(120)).isTrue();
        now.set(11);
        assertThat(patience.lasts(110)).isFalse();
        assertThat(patience.lasts(99)).isTrue();
    }
}
