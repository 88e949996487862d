package dev.broadsheet.replay;

import dev.broadsheet.topology.Stage;
import java.util.regex.Pattern;

/**
 * A replay of the archive.
 *
 * @param name names the replay, so that an interrupted one resumes: letters, digits, dots and hyphens, at most 64
 * @param from the stage from which on everything is done once more
 * @param filter which pages to take, or the articles of which pages
 * @param recordsPerSecond upper bound of the rate: pages, or articles when it does not begin with segmentation
 * @param window how many records may be under way through the pipeline at once; a live page waits behind at most these
 */
public record ReplayRequest(String name, Stage from, ReplayFilter filter, double recordsPerSecond, long window) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** @throws IllegalArgumentException saying what is wrong */
    public ReplayRequest {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "replay name '" + name + "': expected 1 to 64 letters, digits, dots and hyphens");
        }
        if (!(recordsPerSecond > 0) || window < 1) {
            throw new IllegalArgumentException("rate and window of a replay must be positive");
        }
    }

    /** The consumer group that keeps the replay's position. */
    String group() {
        return "broadsheet.replay." + name;
    }
}
