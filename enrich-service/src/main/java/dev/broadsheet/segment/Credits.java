package dev.broadsheet.segment;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names that a byline or a picture credit states.
 *
 * @param reporters names of those who wrote, in order
 * @param photographers names of those who took or drew the pictures, in order
 * @param stated whether the text says what they are (记者, 摄, 文 …), not only who
 */
record Credits(List<String> reporters, List<String> photographers, boolean stated) {

    Credits {
        reporters = List.copyOf(reporters);
        photographers = List.copyOf(photographers);
    }

    Stream<String> names() {
        return Stream.concat(reporters.stream(), photographers.stream());
    }

    /** Whether it names who took the pictures and nobody who wrote. */
    boolean isOfPicturesOnly() {
        return reporters.isEmpty() && !photographers.isEmpty();
    }

    boolean isEmpty() {
        return reporters.isEmpty() && photographers.isEmpty();
    }
}
