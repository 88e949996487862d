package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * The recognizer's tag for each character: outside of names, or first, within, last or alone in a name of one type.
 * Outside is 0; a name's tag is {@code 1 + 4 * type + place}.
 */
final class Tags {

    static final int OUTSIDE = 0;
    static final int COUNT = 1 + 4 * EntityType.values().length;

    private static final int FIRST = 0;
    private static final int WITHIN = 1;
    private static final int LAST = 2;
    private static final int ALONE = 3;
    private static final EntityType[] TYPES = EntityType.values();

    private Tags() {}

    private static boolean opens(int tag) {
        return tag != OUTSIDE && ((tag - 1) % 4 == FIRST || (tag - 1) % 4 == WITHIN);
    }

    private static boolean continues(int tag) {
        return tag != OUTSIDE && ((tag - 1) % 4 == WITHIN || (tag - 1) % 4 == LAST);
    }

    /** Whether one tag may follow another: a name that is open goes on in its own type, a closed one does not. */
    static boolean mayFollow(int tag, int next) {
        return opens(tag) ? continues(next) && (tag - 1) / 4 == (next - 1) / 4 : !continues(next);
    }

    static boolean mayStart(int tag) {
        return !continues(tag);
    }

    static boolean mayEnd(int tag) {
        return !opens(tag);
    }

    /** The names that a sequence of tags spells. */
    static List<Entity> entities(int[] tags) {
        List<Entity> entities = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] == OUTSIDE) {
                continue;
            }
            int place = (tags[i] - 1) % 4;
            if (place == FIRST || place == ALONE) {
                start = i;
            }
            if (place == LAST || place == ALONE) {
                entities.add(new Entity(TYPES[(tags[i] - 1) / 4], start, i + 1));
            }
        }
        return entities;
    }

    /** The tags of a text with these names, which do not overlap. */
    static int[] of(int length, List<Entity> entities) {
        int[] tags = new int[length];
        for (Entity entity : entities) {
            int type = 1 + 4 * entity.type().ordinal();
            for (int i = entity.start(); i < entity.end(); i++) {
                tags[i] = type + WITHIN;
            }
            tags[entity.start()] = type + FIRST;
            tags[entity.end() - 1] = type + (entity.length() == 1 ? ALONE : LAST);
        }
        return tags;
    }
}
