package dev.broadsheet.ingest;

import java.util.List;
import java.util.Locale;

/** The media types a page may have. A new format joins by one line here, once the stream has a reader for it. */
final class MediaTypes {

    /** A media type and the file endings that stand for it, lower case and without the dot. */
    private record Format(String mediaType, List<String> endings) {}

    private static final List<Format> FORMATS = List.of(
            new Format("text/plain", List.of("txt", "text")), new Format("text/markdown", List.of("md", "markdown")));

    private MediaTypes() {}

    static List<String> all() {
        return FORMATS.stream().map(Format::mediaType).toList();
    }

    static List<String> endings() {
        return FORMATS.stream().flatMap(f -> f.endings().stream()).toList();
    }

    /** The media type for a file name's ending; null where the ending stands for none, or there is no name. */
    static String ofFileName(String name) {
        if (name == null) {
            return null;
        }
        String ending = ending(name).toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(f -> f.endings().contains(ending))
                .map(Format::mediaType)
                .findFirst()
                .orElse(null);
    }

    /** The ending of a file name without its dot; empty where it has none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    /** A file name without its ending. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** @param mediaType null where neither sender nor file name tells */
    static void requireKnown(String mediaType) {
        if (mediaType == null) {
            throw unknown("Neither the sender nor the file name's ending tells the page's media type");
        }
        if (!all().contains(mediaType)) {
            throw unknown("The media type " + PageMetadata.shorten(mediaType) + " is not one of a page");
        }
    }

    private static PageRefusedException unknown(String what) {
        return new PageRefusedException(
                Refusal.UNKNOWN_MEDIA_TYPE,
                what + "; send " + String.join(" or ", all()) + ", in files ." + String.join(", .", endings()) + ".");
    }
}
