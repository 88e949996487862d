package dev.broadsheet.classify;

import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The IPTC Media Topics this program uses: all 17 top-level topics and those second-level ones for which {@code
 * terms/} has evidence. Codes and labels are IPTC's (CC BY 4.0); the release is pinned in {@code media-topics.tsv}.
 */
public final class MediaTopics {

    private static final String SOURCE = "media-topics.tsv";
    private static final MediaTopics PINNED = read();

    private final List<MediaTopic> all;
    private final Map<String, Integer> positions = new HashMap<>();

    private MediaTopics(List<MediaTopic> all) {
        this.all = List.copyOf(all);
        for (MediaTopic topic : all) {
            positions.put(topic.code(), positions.size());
        }
    }

    /** The pinned release. */
    public static MediaTopics pinned() {
        return PINNED;
    }

    /** Every topic, in the order of the file: the top level first. */
    public List<MediaTopic> all() {
        return all;
    }

    /** The 17 top-level topics. */
    public List<MediaTopic> topLevel() {
        return all.stream().filter(MediaTopic::isTopLevel).toList();
    }

    /**
     * The topic with this code.
     *
     * @throws IllegalArgumentException if the pinned release, as far as it is used here, has none
     */
    public MediaTopic get(String code) {
        return all.get(position(code));
    }

    /** Position in {@link #all()} of the topic with this code; fails as {@link #get} does. */
    int position(String code) {
        Integer position = positions.get(code);
        if (position == null) {
            throw new IllegalArgumentException("No topic " + code + " in " + SOURCE + "; add its line there first");
        }
        return position;
    }

    private static MediaTopics read() {
        List<MediaTopic> all = new ArrayList<>();
        for (String line : ResourceLines.lines(MediaTopics.class, SOURCE)) {
            String[] column = line.split("\t");
            String broader = column[1].equals("-") ? null : column[1];
            all.add(new MediaTopic(column[0], broader, column[2], column[3]));
        }
        return new MediaTopics(all);
    }
}
