package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * What the print says so plainly that the model, which knows one house and its years, is not asked: a body of the list of
 * short names that is a word of its own, and a foreigner's name around its dot, spaced as some houses do (凯特 · 米勒).
 */
final class PlainPrint {

    private final Features features;
    private final List<Entity> names = new ArrayList<>();

    private PlainPrint(Features features) {
        this.features = features;
    }

    /** The names that the model found, put right. */
    static List<Entity> applied(List<Entity> found, Features features) {
        PlainPrint print = new PlainPrint(features);
        int next = 0;
        for (int at = 0; at < features.length(); at++) {
            int end = print.endOfBody(at);
            if (end == at) {
                continue;
            }
            while (next < found.size() && found.get(next).end() <= at) {
                print.add(found.get(next++));
            }
            Entity body = new Entity(EntityType.ORGANIZATION, at, end);
            boolean partOfLonger = next < found.size() && found.get(next).contains(body);
            if (!partOfLonger
                    || found.get(next).equals(new Entity(found.get(next).type(), at, end))) {
                while (next < found.size() && found.get(next).start() < end) {
                    next++;
                }
                print.add(body);
            }
            at = end - 1;
        }
        found.subList(next, found.size()).forEach(print::add);
        return print.names;
    }

    /** Where a body of the list ends that starts here as a word; {@code at} where none does. */
    private int endOfBody(int at) {
        int place = features.placeIn(Gazetteer.ORGANIZATION, at);
        if (place != Gazetteer.FIRST || features.words().start[at] != at) {
            return at;
        }
        int end = at + 1;
        while (features.placeIn(Gazetteer.ORGANIZATION, end) != Gazetteer.LAST) {
            end++;
        }
        return features.words().end[end] == end + 1 ? end + 1 : at;
    }

    private void add(Entity name) {
        Entity last = names.isEmpty() ? null : names.get(names.size() - 1);
        boolean oneName = last != null
                && last.type() == EntityType.PERSON
                && name.type() == EntityType.PERSON
                && isDot(last.end(), name.start());
        if (oneName) {
            names.set(names.size() - 1, new Entity(EntityType.PERSON, last.start(), name.end()));
        } else {
            names.add(name);
        }
    }

    /** A dot, with a space on either side at most. */
    private boolean isDot(int from, int to) {
        int dot = features.letter(from) == ' ' ? from + 1 : from;
        int after = features.letter(dot + 1) == ' ' ? dot + 2 : dot + 1;
        return features.letter(dot) == '·' && after == to;
    }
}
