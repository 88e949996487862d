package dev.broadsheet.replay;

import java.util.regex.Pattern;

/**
 * A replay of the archive.
 *
 * @param name names the replay, so that an interrupted one resumes: letters, digits, dots and hyphens, at most 64
 * @param filter which pages to take
 * @param pagesPerSecond upper bound of the rate
 * @param window how many records may be under way through the pipeline at once; a live page waits behind at most these
 */
public record ReplayRequest(String name, ReplayFilter filter, double pagesPerSecond, long window) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** @throws IllegalArgumentException saying what is wrong */
    public ReplayRequest {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "replay name '" + name + "': expected 1 to 64 letters, digits, dots and hyphens");
        }
        if (!(pagesPerSecond > 0) || window < 1) {
            throw new IllegalArgumentException("rate and window of a replay must be positive");
        }
    }

    /** The consumer group that keeps the replay's position. */
    String group() {
        return "broadsheet.replay." + name;
    }
}
