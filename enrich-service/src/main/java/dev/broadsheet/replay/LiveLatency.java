package dev.broadsheet.replay;

import java.time.Duration;
import java.util.List;

/**
 * How long live pages took from the door to their published articles, while a replay went on.
 *
 * @param articles number of live articles that were published meanwhile
 * @param median of their times; zero where there were none
 * @param longest of their times; zero where there were none
 */
public record LiveLatency(int articles, Duration median, Duration longest) {

    /** No live page came. */
    public static final LiveLatency NONE = new LiveLatency(0, Duration.ZERO, Duration.ZERO);

    static LiveLatency of(List<Duration> times) {
        if (times.isEmpty()) {
            return NONE;
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return new LiveLatency(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
