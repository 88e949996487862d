package dev.broadsheet.enrich.entity;

import java.util.Objects;

/**
 * A name in a text.
 *
 * @param start first code point, from 0
 * @param end end, exclusive
 */
public record Entity(EntityType type, int start, int end) {

    public Entity {
        Objects.requireNonNull(type, "type");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** How many code points it covers. */
    public int length() {
        return end - start;
    }

    /** Whether the other name lies within this one. */
    public boolean contains(Entity other) {
        return start <= other.start && other.end <= end;
    }
}
