package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;

/** A text whose names are cut out by code points. */
final class Printed {

    private final String text;
    private final boolean plain;

    Printed(String text) {
        this.text = text;
        this.plain = text.codePointCount(0, text.length()) == text.length();
    }

    /** What stands between two positions, as printed. */
    String between(int start, int end) {
        return plain
                ? text.substring(start, end)
                : text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    /** A name as printed, without the blanks that letterspacing and line breaks leave in it. */
    String name(Entity entity) {
        return squeezed(entity.start(), entity.end());
    }

    /** What stands between two positions, without blanks. */
    String squeezed(int start, int end) {
        String printed = between(start, end);
        StringBuilder name = new StringBuilder(printed.length());
        printed.codePoints()
                .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))
                .forEach(name::appendCodePoint);
        return name.toString();
    }
}
