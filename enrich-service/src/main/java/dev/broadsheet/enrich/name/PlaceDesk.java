package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.gazetteer.Division;
import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells which mentions are of one place (云汀, 云汀市), and which administrative division it is. */
final class PlaceDesk {

    /** No story names more places; a gazetteer that does keeps its short forms apart. */
    private static final int MOST_COMPARED = 1_000;

    private final Endings zones = Endings.load("zones.txt");
    private final Divisions divisions;

    PlaceDesk(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Each place once, in order of first mention, under the name it has where it first stands alone. */
    List<Place> gather(List<Entity> mentions, Spans organizations, Printed printed, Home home) {
        List<String> names = mentions.stream()
                .map(printed::name)
                .distinct()
                .limit(MOST_COMPARED)
                .toList();
        Map<String, List<Entity>> byPlace = new LinkedHashMap<>();
        for (Entity mention : mentions) {
            byPlace.computeIfAbsent(key(printed.name(mention), names), unseen -> new ArrayList<>())
                    .add(mention);
        }
        List<Place> places = new ArrayList<>();
        byPlace.values().forEach(where -> {
            String name = name(where, organizations, printed);
            if (name == null) {
                return;
            }
            Division division = divisionOf(where, printed, home, names);
            places.add(new Place(
                    name,
                    division == null ? null : division.code(),
                    division == null
                            ? List.of()
                            : divisions.chain(division).stream()
                                    .map(Division::name)
                                    .toList(),
                    where.stream().map(m -> new Mention(m.start(), m.end())).toList()));
        });
        return places;
    }

    /**
     * The name under which to list a place: as first printed on its own, not in a body's name. A zone's bare kind (高新区)
     * gives way to its name; a single character (漳) names nothing that the story does not name in full; null then.
     */
    private String name(List<Entity> mentions, Spans organizations, Printed printed) {
        return mentions.stream()
                .sorted(Comparator.comparing((Entity m) -> zones.contains(printed.name(m)))
                        .thenComparing(m -> !organizations.isFree(m.start(), m.end())))
                .map(printed::name)
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .findFirst()
                .orElse(null);
    }

    /** 云汀市 goes with 云汀; 高新区 with the 云汀高新区 that the story names. */
    private static String key(String name, List<String> names) {
        boolean division = name.length() > 2 && name.endsWith("区");
        String fuller = division
                ? names.stream()
                        .filter(n -> n.length() > name.length() + 1 && n.endsWith(name))
                        .findFirst()
                        .orElse(name)
                : name;
        return Divisions.shortName(fuller);
    }

    /** The division of that name; of several the one at home, then one whose city or province the story names. */
    private Division divisionOf(List<Entity> mentions, Printed printed, Home home, List<String> names) {
        List<Division> candidates = mentions.stream()
                .map(printed::name)
                .max(Comparator.comparingInt(String::length))
                .map(divisions::named)
                .orElse(List.of());
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        Comparator<Division> byEvidence = Comparator.<Division>comparingInt(d -> d.former() ? 0 : 1)
                .thenComparingInt(d -> 2 * home.nearness(d) + 3 * parentsNamed(d, names))
                .thenComparingInt(d -> d.level() < 3 ? 1 : 0)
                .thenComparingInt(d -> -d.level());
        List<Division> best = candidates.stream().sorted(byEvidence.reversed()).toList();
        boolean told = !best.isEmpty() && byEvidence.compare(best.get(0), best.get(1)) > 0;
        return told ? best.get(0) : null;
    }

    private int parentsNamed(Division division, List<String> names) {
        List<Division> chain = divisions.chain(division);
        return (int) chain.subList(0, chain.size() - 1).stream()
                .filter(above -> names.contains(above.name()) || names.contains(Divisions.shortName(above.name())))
                .count();
    }
}
