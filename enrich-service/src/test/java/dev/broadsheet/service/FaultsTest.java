package dev.broadsheet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Faults faults = new Faults(Duration.ofSeconds(1), Duration.ofSeconds(30), nanos::get);

    @Test
    void thePauseDoublesWhileTheFaultLastsUpToABound() {
        assertThat(strike()).isEqualTo(Duration.ofSeconds(1));
        assertThat(strike()).isEqualTo(Duration.ofSeconds(2));
        assertThat(strike()).isEqualTo(Duration.ofSeconds(4));
        strike();
        strike();
        assertThat(strike()).isEqualTo(Duration.ofSeconds(30));
        assertThat(strike()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aFaultThatNoLongerStrikesIsPastAndTheNextBeginsAnew() {
        strike();
        strike();
        assertThat(faults.current()).contains("registry");

        nanos.addAndGet(Duration.ofSeconds(15).toNanos());

        assertThat(faults.current()).isNull();
        assertThat(strike()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anOperatorReadsTheDeepestCause() {
        faults.struck(new RuntimeException("outer", new IllegalStateException("the registry is away")));

        assertThat(faults.current()).isEqualTo("IllegalStateException: the registry is away");
    }

    @Test
    void anOperatorReadsNoCauseThatSaysNothing() {
        faults.struck(new RuntimeException(
                "outer", new IllegalStateException("no answer from the registry", new ClosedChannelException())));

        assertThat(faults.current()).isEqualTo("IllegalStateException: no answer from the registry");
    }

    private Duration strike() {
        return faults.struck(new RuntimeException("registry"));
    }
}
