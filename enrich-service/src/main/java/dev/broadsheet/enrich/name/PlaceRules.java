package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Division;
import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.enrich.gazetteer.Endings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the places right that the recognizer found, and adds divisions that it passed over. */
final class PlaceRules {

    private static final int LONGEST_ZONE = 12;
    private static final int LONGEST_CHAIN = 30;
    private static final String SETTLEMENTS = "市县区镇乡村";
    private static final String LEVELS = "市县区";
    /** 中国式, 中华民族: the nation in a set phrase is no place of the story. */
    private static final String AFTER_NATION = "式特梦人民共制";

    private static final int LONGEST_SETTLEMENT = 6;
    private static final String STREETS = "路街巷道";
    private static final String SIDES = "东西南北中";

    private final Endings settlements = Endings.load("settlements.txt");
    private final Endings settlementsInGeneral = Endings.load("settlements-in-general.txt");
    private final Endings zones = Endings.load("zones.txt");
    private final Endings notPlaces = Endings.load("not-places.txt");
    private final Endings kinds = Endings.load("place-endings.txt");
    private final Endings institutions = Endings.load("institutions.txt");
    private final Divisions divisions;
    private final LocalBodies bodies;
    private final Endings names;

    PlaceRules(Divisions divisions, LocalBodies bodies) {
        this.bodies = bodies;
        this.divisions = divisions;
        this.names = Endings.of(divisions.names());
    }

    /** The places of a text, in order, none overlapping. */
    List<Entity> places(Reading reading, Home home) {
        List<Entity> places = new ArrayList<>();
        for (Entity entity : reading.entities()) {
            // 晋江、石狮沿海: a city is no body, whatever the recognizer thinks.
            boolean city = entity.type() == EntityType.ORGANIZATION && isDivision(reading, entity);
            if (city || entity.type() == EntityType.PLACE && isPlace(reading, entity, home)) {
                addSplit(reading, new Entity(EntityType.PLACE, entity.start(), entity.end()), places);
            }
        }
        addDivisions(reading, places, home);
        places.sort(Comparator.comparingInt(Entity::start));
        Spans zoned = new Spans(reading.length());
        for (Entity place : places) {
            Entity whole = street(reading, settled(reading, zone(reading, place)));
            zoned.add(whole);
            int end = endOfSettlement(reading, whole.end());
            if (end > whole.end()) {
                zoned.add(new Entity(EntityType.PLACE, whole.end(), end));
            }
        }
        addRepeated(reading, zoned);
        return zoned.inOrder();
    }

    private boolean isDivision(Reading reading, Entity entity) {
        return !divisions.named(name(reading, entity)).isEmpty();
    }

    private static String name(Reading reading, Entity entity) {
        return reading.letters().substring(entity.start(), entity.end());
    }

    /** 东海 + 街道 is the town, and not the county of that name. */
    private Entity settled(Reading reading, Entity place) {
        int end = reading.wordEnd(Math.min(place.end(), reading.length() - 1));
        boolean ownKind = SETTLEMENTS.indexOf(reading.letter(place.end() - 1)) >= 0;
        boolean town = !ownKind
                && settlements.contains(reading.letters(), place.end(), end)
                && divisions.named(name(reading, place)).stream().allMatch(division -> division.level() == 3);
        return town ? new Entity(EntityType.PLACE, place.start(), end) : place;
    }

    /** 沿河中路 is a street at home, and not the far county it bears the name of. */
    private static Entity street(Reading reading, Entity place) {
        int at = place.end();
        int end = at + (SIDES.indexOf(reading.letter(at)) >= 0 ? 2 : 1);
        boolean street = STREETS.indexOf(reading.letter(end - 1)) >= 0 && reading.wordEnd(at) == end;
        return street ? new Entity(EntityType.PLACE, place.start(), end) : place;
    }

    /** 广丰区 + 铜钹山镇: no list holds the towns and villages; one stands behind the division it is in. */
    private int endOfSettlement(Reading reading, int start) {
        String letters = reading.letters();
        int limit = Math.min(reading.length(), start + LONGEST_SETTLEMENT);
        if (SETTLEMENTS.indexOf(reading.letter(start - 1)) < 0) {
            return start;
        }
        for (int at = start; at < limit && NameWords.nominal(reading, at); ) {
            at = reading.wordEnd(at);
            int kind = settlements.endingAt(letters, start, at);
            int own = at - kind - start;
            if (kind > 0) {
                boolean named = own >= 2 && !settlementsInGeneral.contains(letters, start, start + own);
                boolean word = reading.wordStart(at - 1) == start && reading.isOrdinaryWord(start);
                return named && !word && !bodies.startsAt(reading, start) ? at : start;
            }
        }
        return start;
    }

    /** 高新区 alone, in a story that has named 云汀高新区, and a town that it has named behind its county. */
    private void addRepeated(Reading reading, Spans zoned) {
        Set<String> known = new HashSet<>();
        for (Entity place : zoned.inOrder()) {
            if (place.length() > 2 && settlements.endingAt(reading.letters(), place.start(), place.end()) > 0) {
                known.add(name(reading, place));
            }
            int ending = zones.endingAt(reading.letters(), place.start() + 1, place.end());
            if (ending > 2) {
                known.add(reading.letters().substring(place.end() - ending, place.end()));
            }
        }
        Repeats shortNames = new Repeats(known, LONGEST_ZONE);
        for (int at = 0; at < reading.length(); at++) {
            int length = shortNames.startingAt(reading.letters(), at);
            if (length > 0) {
                zoned.add(new Entity(EntityType.PLACE, at, at + length));
            }
        }
    }

    private boolean isPlace(Reading reading, Entity entity, Home home) {
        String name = name(reading, entity);
        boolean near = divisions.named(name).stream()
                .anyMatch(d -> d.name().equals(name) && (home.nearness(d) > 0 || !notPlaces.contains(name)));
        if (near) {
            return true; // 鹿城区 ends like 城区 and is a place; 新城区 is one at home only
        }
        boolean people = reading.letter(entity.end()) == '族';
        boolean setPhrase = people
                || name.equals("中国") && AFTER_NATION.indexOf(reading.letter(entity.end())) >= 0
                || notPlaces.endingAt(name, 0, name.length()) >= Math.max(2, name.length() / 2)
                || name.length() == 1;
        return !setPhrase && !kinds.contains(name) && !institutions.contains(name) && !isStray(reading, entity, home);
    }

    /** 惠民 and 博爱 are counties far away, and words where the paper is not at home in them. */
    private boolean isStray(Reading reading, Entity entity, Home home) {
        String name = name(reading, entity);
        List<Division> named = divisions.named(name);
        return !named.isEmpty()
                && reading.isOrdinaryWord(entity.start())
                && !reading.partOfSpeech(entity.start()).equals("ns")
                && named.stream().allMatch(d -> d.level() == 3 && !d.name().equals(name) && home.nearness(d) == 0);
    }

    /** 云汀石溪镇后厝村 is three places: each division or settlement closes one. */
    private void addSplit(Reading reading, Entity entity, List<Entity> places) {
        String letters = reading.letters();
        int start = entity.start();
        int division = start + names.startingAt(letters, start);
        if (division > start && division < entity.end() && bodies.follows(reading, division)) {
            // 云汀市委: the place is in front of the body.
            places.add(new Entity(EntityType.PLACE, start, division));
            return;
        }
        int longest = Math.min(entity.end(), start + LONGEST_CHAIN);
        for (int at = start + 2; at < longest - 1; at++) {
            boolean settlement = SETTLEMENTS.indexOf(letters.charAt(at - 1)) >= 0 && at - start >= 3;
            boolean chained = !divisions.named(letters.substring(start, at)).isEmpty()
                    && SETTLEMENTS.indexOf(letters.charAt(entity.end() - 1)) >= 0
                    && SETTLEMENTS.indexOf(letters.charAt(at)) < 0
                    && divisions.named(letters.substring(start, entity.end())).isEmpty();
            if (settlement && reading.wordEnd(at - 1) == at || chained) {
                places.add(new Entity(EntityType.PLACE, start, at));
                start = at;
                at = start + 1;
            }
        }
        if (start == entity.start() || entity.end() - start > 1) {
            places.add(new Entity(EntityType.PLACE, start, entity.end()));
        }
    }

    /** Divisions that stand as a word of their own where the recognizer saw no name. */
    private void addDivisions(Reading reading, List<Entity> places, Home home) {
        Spans recognized = Spans.of(reading.length(), reading.entities());
        for (Entity entity : reading.entities()) {
            int end = entity.type() == EntityType.ORGANIZATION ? divisionAt(reading, entity.start(), home) : 0;
            Entity division = end > entity.start() ? new Entity(EntityType.PLACE, entity.start(), end) : null;
            if (division != null && end < entity.end() && isPlace(reading, division, home)) {
                places.add(division);
            }
        }
        for (int start = 0; start < reading.length(); start++) {
            boolean person = recognized.at(start) != null
                    && recognized.at(start).type() == EntityType.PERSON
                    && reading.letters().startsWith(home.unlistedName(), start)
                    && !home.unlistedName().isEmpty(); // 云汀惠民消费券
            if (recognized.at(start) != null && !person || reading.wordStart(start) != start) {
                continue;
            }
            int end = divisionAt(reading, start, home);
            Entity division = end > start ? new Entity(EntityType.PLACE, start, end) : null;
            if (division != null
                    && (recognized.at(end - 1) == null || person || cutsDivision(recognized.at(end - 1), start, end))
                    && isProper(reading, start, end)
                    && isPlace(reading, division, home)) {
                places.add(division);
                start = end - 1;
            }
        }
    }

    /** 望|城区市场监管局: an organization that the recognizer began within the name of its division. */
    private static boolean cutsDivision(Entity name, int start, int end) {
        return name.type() == EntityType.ORGANIZATION && start < name.start() && end < name.end();
    }

    /** Where a division ends that starts at a position, or the place that the paper is named after, whatever list knows it. */
    private int divisionAt(Reading reading, int start, Home home) {
        String own = home.unlistedName();
        int known = names.startingAt(reading.letters(), start);
        int end = start + Math.max(known, reading.letters().startsWith(own, start) ? own.length() : 0);
        boolean level = !own.isEmpty() && end - start == own.length() && known == 0;
        end += level && LEVELS.indexOf(reading.letter(end)) >= 0 && reading.wordEnd(end) == end + 1 ? 1 : 0;
        return end > start && reading.wordStart(start) == start && reading.wordEnd(end - 1) == end ? end : start;
    }

    /** 长安 or 和平 may be anything; a word the dictionary knows as a place, or does not know well, is the division. */
    private static boolean isProper(Reading reading, int start, int end) {
        if (end - start < 2) {
            return false;
        }
        if (reading.wordEnd(start) < end) {
            return true;
        }
        return reading.partOfSpeech(start).equals("ns") || !reading.isOrdinaryWord(start);
    }

    /** 云汀 + 台商投资区 is one place, and no longer 云汀; 西安市 + 新城区 are two. */
    private Entity zone(Reading reading, Entity place) {
        int at = place.end();
        int reached = at;
        while (at < reading.length() && at - place.end() < LONGEST_ZONE && NameWords.nominal(reading, at)) {
            at = reading.wordEnd(at);
            int ending = zones.endingAt(reading.letters(), place.end(), at);
            if (ending > 0) {
                reached = at;
            }
        }
        boolean division = !divisions
                .named(reading.letters().substring(place.end(), reached))
                .isEmpty();
        return reached == place.end() || division ? place : new Entity(EntityType.PLACE, place.start(), reached);
    }
}
