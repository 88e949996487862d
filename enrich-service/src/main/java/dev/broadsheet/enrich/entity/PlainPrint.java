package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * What the print says so plainly that the model, which knows one house and its years, is not asked: a body of the list of
 * short names that is a word of its own, a foreigner's name around its dot, spaced as some houses do (凯特 · 米勒), and those
 * whom courts and police name by the surname only (男子张某, 李某某, 王某甲).
 */
final class PlainPrint {

    /** What tells people of one surname apart. */
    private static final String SEVERAL = "甲乙丙丁";

    private static final int LONGEST_COUNTRY = 4;
    private static final String WEEKDAYS = "一二三四五六日末";

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
            Entity plain = print.plainAt(at);
            if (plain == null) {
                continue;
            }
            while (next < found.size() && found.get(next).end() <= at) {
                print.add(found.get(next++));
            }
            boolean partOfLonger =
                    next < found.size() && found.get(next).contains(plain) && !print.isOverrun(found.get(next), plain);
            if (!partOfLonger || found.get(next).length() == plain.length()) {
                while (next < found.size() && found.get(next).start() < plain.end()) {
                    next++;
                }
                print.add(plain);
            }
            at = plain.end() - 1;
        }
        found.subList(next, found.size()).forEach(print::add);
        return print.names;
    }

    private Entity plainAt(int at) {
        int end = endOfBody(at);
        if (end > at) {
            return new Entity(EntityType.ORGANIZATION, at, end);
        }
        end = endOfSurnameOnly(at);
        return end > at ? new Entity(EntityType.PERSON, at, end) : null;
    }

    /** Where 张某, 李某某 or 王某甲 ends that starts here; {@code at} where none does. */
    private int endOfSurnameOnly(int at) {
        boolean titled = at > 0 && features.placeIn(Gazetteer.TITLE, at - 1) >= Gazetteer.LAST; // 嫌疑人曾某
        boolean withheld = features.letter(at + 1) == '某'
                && features.placeIn(Gazetteer.SURNAME, at) == Gazetteer.ALONE
                && (titled || !features.words().isFunctionWord(at));
        if (!withheld || features.words().start[at] != at || features.words().end[at] != at + 1) {
            return at;
        }
        int end = at + 2;
        if (features.letter(end) == '某' || SEVERAL.indexOf(features.letter(end)) >= 0) {
            end++;
        }
        return features.words().end[end - 1] == end ? end : at; // 张|某些
    }

    /** 蒋某犯诈骗罪, 邓某因: behind a name that withholds the given name, a verb or a particle is no part of it. */
    private boolean isOverrun(Entity found, Entity plain) {
        return plain.type() == EntityType.PERSON
                && found.type() == EntityType.PERSON
                && found.start() == plain.start()
                && (features.words().isVerb(plain.end()) || features.words().isFunctionWord(plain.end()));
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
            names.set(names.size() - 1, behindDot(new Entity(EntityType.PERSON, last.start(), name.end())));
        } else {
            names.add(countryOrSame(withoutMarks(withoutWeekday(behindDot(name)))));
        }
    }

    /** 阿卜杜拉·买|买提江: what stands behind the dot of a person's name is part of it, to the end of a word. */
    private Entity behindDot(Entity name) {
        int dot = features.letter(name.end()) == '·' ? name.end() : name.end() - 1;
        while (dot > name.start() && features.letter(dot) != '·') {
            dot--;
        }
        if (name.type() != EntityType.PERSON || dot == name.start() || dot + 1 >= features.length()) {
            return name;
        }
        int end = Math.max(dot + 2, name.end());
        end = Character.isIdeographic(features.letter(end - 1)) ? features.words().end[end - 1] : name.end();
        while (end < features.length() && features.words().isPersonalName(end)) {
            end = features.words().end[end];
        }
        return new Entity(name.type(), name.start(), Math.max(name.end(), end));
    }

    /** 《闽海晚报》: the marks around a title are no part of a name. */
    private Entity withoutMarks(Entity name) {
        boolean marked =
                name.length() > 2 && features.letter(name.start()) == '《' && features.letter(name.end() - 1) == '》';
        return marked ? new Entity(name.type(), name.start() + 1, name.end() - 1) : name;
    }

    /** 丹麦名将: a country is a place, not its team. */
    private Entity countryOrSame(Entity name) {
        boolean country = name.type() == EntityType.ORGANIZATION
                && name.length() > 1
                && features.placeIn(Gazetteer.COUNTRY, name.start()) == Gazetteer.FIRST
                && features.placeIn(Gazetteer.COUNTRY, name.end() - 1) == Gazetteer.LAST
                && name.length() <= LONGEST_COUNTRY;
        return country ? new Entity(EntityType.PLACE, name.start(), name.end()) : name;
    }

    /** 卢拉周三: the day of the week is no part of a name. */
    private Entity withoutWeekday(Entity name) {
        boolean weekday = name.type() == EntityType.PERSON
                && name.length() > 2
                && features.letter(name.end() - 1) == '周'
                && WEEKDAYS.indexOf(features.letter(name.end())) >= 0;
        return weekday ? new Entity(name.type(), name.start(), name.end() - 1) : name;
    }

    /** A dot, with a space on either side at most. */
    private boolean isDot(int from, int to) {
        int dot = features.letter(from) == ' ' ? from + 1 : from;
        int after = features.letter(dot + 1) == ' ' ? dot + 2 : dot + 1;
        return features.letter(dot) == '·' && after == to;
    }
}
