package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names laid over a text, none overlapping: which one covers a position, or ends there. */
final class Spans {

    private final Entity[] covering;
    private final List<Entity> entities = new ArrayList<>();

    Spans(int length) {
        covering = new Entity[length];
    }

    static Spans of(int length, List<Entity> entities) {
        Spans spans = new Spans(length);
        entities.forEach(spans::add);
        return spans;
    }

    /** Adds a name where its place is free; says whether it was. */
    boolean add(Entity entity) {
        for (int at = entity.start(); at < entity.end(); at++) {
            if (covering[at] != null) {
                return false;
            }
        }
        java.util.Arrays.fill(covering, entity.start(), entity.end(), entity);
        entities.add(entity);
        return true;
    }

    /** The name over a position; null where none is. */
    Entity at(int position) {
        return position < 0 || position >= covering.length ? null : covering[position];
    }

    /** The name whose last letter stands before a position; null where none does. */
    Entity endingAt(int position) {
        Entity before = at(position - 1);
        return before != null && before.end() == position ? before : null;
    }

    boolean isFree(int from, int to) {
        for (int at = from; at < to; at++) {
            if (covering[at] != null) {
                return false;
            }
        }
        return true;
    }

    List<Entity> inOrder() {
        return entities.stream().sorted(Comparator.comparingInt(Entity::start)).toList();
    }
}
