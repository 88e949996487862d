package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Organization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells which mentions are of one organization. A name that a fuller name of the story ends in is short for it: 区党工委 for
 * 云汀高新区党工委. A national body's name is complete, and stands beside that of its branch: 中华职业教育社 and
 * 云汀市中华职业教育社 are two.
 */
final class OrganizationDesk {

    private static final List<String> NATIONAL = List.of("中华", "中国", "全国", "国家", "中央", "解放军", "中共");

    /** No story names more; a directory that does keeps its short forms apart. */
    private static final int MOST_COMPARED = 1_000;

    /** The kind of a body in two characters: 中学, 银行. */
    private static final int KIND = 2;

    private static final Pattern NO_NUMERALS = Pattern.compile("[^0-9一二三四五六七八九十]");

    private final LocalBodies bodies;

    OrganizationDesk(LocalBodies bodies) {
        this.bodies = bodies;
    }

    /** Each organization once, in order of first mention, under its fullest name. */
    List<Organization> gather(List<Entity> mentions, ShortForms shortForms, Printed printed, Home home) {
        Map<String, List<Mention>> byName = new LinkedHashMap<>();
        for (Entity mention : mentions) {
            byName.computeIfAbsent(printed.name(mention), unseen -> new ArrayList<>())
                    .add(new Mention(mention.start(), mention.end()));
        }
        List<String> compared = byName.keySet().stream().limit(MOST_COMPARED).toList();
        Map<String, List<Mention>> byFullest = new LinkedHashMap<>();
        byName.forEach((name, where) -> byFullest
                .computeIfAbsent(fullest(shortForms.fullName(name), compared), unseen -> new ArrayList<>())
                .addAll(where));
        List<Organization> organizations = new ArrayList<>();
        byFullest.forEach((name, where) -> {
            where.sort((a, b) -> Integer.compare(a.getStart(), b.getStart()));
            organizations.add(new Organization(name, resolved(name, home), where));
        });
        return organizations;
    }

    private static String fullest(String name, List<String> names) {
        if (NATIONAL.stream().anyMatch(name::startsWith)) {
            return name;
        }
        String fullest = name;
        for (String other : names) {
            if (other.length() > fullest.length() && (other.endsWith(name) || isContracted(name, other))) {
                fullest = other;
            }
        }
        return fullest;
    }

    /**
     * Whether a name is a fuller one contracted: 云汀一中 of 云汀市第一中学. It begins alike, its characters stand in the other in
     * order, and the kind of body is contracted too, or it would be another body's name (云汀小学, 云汀实验小学).
     */
    private static boolean isContracted(String name, String other) {
        int kind = name.length() - KIND;
        boolean alike = kind >= KIND
                && name.regionMatches(0, other, 0, KIND)
                && !other.endsWith(name.substring(kind))
                && other.indexOf(name.charAt(name.length() - 1), other.length() - KIND) >= 0
                && numeralsOf(name).equals(numeralsOf(other));
        int at = 0;
        for (int i = 0; alike && i < name.length(); i++) {
            at = other.indexOf(name.charAt(i), at) + 1;
            alike = at > 0;
        }
        return alike;
    }

    private static String numeralsOf(String name) {
        return NO_NUMERALS.matcher(name).replaceAll("");
    }

    private String resolved(String name, Home home) {
        String division = home.divisionOfLevel(name.charAt(0));
        return division == null ? null : bodies.fullName(name, division);
    }
}
