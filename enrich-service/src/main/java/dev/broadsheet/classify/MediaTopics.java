package dev.broadsheet.classify;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IPTC Media Topics this program uses: all 17 top-level topics and those second-level ones for which {@code
 * terms/} has evidence. Codes and labels are IPTC's (CC BY 4.0); the release is pinned in {@code media-topics.tsv}.
 */
public final class MediaTopics {

    private static final String SOURCE = "media-topics.tsv";
    private static final MediaTopics PINNED = read();

    private final Map<String, MediaTopic> byCode;

    private MediaTopics(Map<String, MediaTopic> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** The pinned release. */
    public static MediaTopics pinned() {
        return PINNED;
    }

    /** Every topic, in the order of the file: the top level first. */
    public Collection<MediaTopic> all() {
        return byCode.values();
    }

    /** The 17 top-level topics. */
    public List<MediaTopic> topLevel() {
        return byCode.values().stream().filter(MediaTopic::isTopLevel).toList();
    }

    /**
     * The topic with this code.
     *
     * @throws IllegalArgumentException if the pinned release, as far as it is used here, has none
     */
    public MediaTopic get(String code) {
        MediaTopic topic = byCode.get(code);
        if (topic == null) {
            throw new IllegalArgumentException("No topic " + code + " in " + SOURCE + "; add its line there first");
        }
        return topic;
    }

    private static MediaTopics read() {
        Map<String, MediaTopic> byCode = new LinkedHashMap<>();
        for (String line : Resources.lines(SOURCE)) {
            String[] column = line.split("\t");
            String broader = column[1].equals("-") ? null : column[1];
            byCode.put(column[0], new MediaTopic(column[0], broader, column[2], column[3]));
        }
        return new MediaTopics(byCode);
    }
}
