package dev.broadsheet.enrich.name;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts, over stories, how many names and roles were found, with the comparisons of the evaluation's score.py. */
final class NameScore {

    final Tally people = new Tally();
    final Tally organizations = new Tally();
    final Tally places = new Tally();
    int roles;
    int rolesRight;
    final StringBuilder misses = new StringBuilder();

    /** Hits, said and gold. */
    static final class Tally {
        int hits;
        int said;
        int gold;

        double f1() {
            return 2.0 * hits / (said + gold);
        }
    }

    void add(GoldStories.Story story, Names names) {
        misses.append(story.id()).append('\n');
        count(
                people,
                "person",
                story.people().stream().map(p -> p[0]).collect(Collectors.toSet()),
                names.people().stream().map(p -> p.getName()).collect(Collectors.toSet()));
        count(
                organizations,
                "organization",
                story.organizations(),
                names.organizations().stream().map(o -> o.getName()).collect(Collectors.toSet()));
        count(
                places,
                "place",
                story.places().stream().map(NameScore::place).collect(Collectors.toSet()),
                names.places().stream().map(p -> place(p.getName())).collect(Collectors.toSet()));
        for (String[] gold : story.people()) {
            if (gold[1] != null) {
                roles++;
                String said = names.people().stream()
                        .filter(p -> p.getName().equals(gold[0]))
                        .map(p -> p.getRole())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                if (squeeze(gold[1]).equals(squeeze(said))) {
                    rolesRight++;
                } else {
                    misses.append("  role of ").append(gold[0]).append(": ").append(gold[1]);
                    misses.append(", not ").append(said).append('\n');
                }
            }
        }
    }

    private void count(Tally tally, String kind, Set<String> gold, Set<String> said) {
        Set<String> expected = gold.stream().map(NameScore::squeeze).collect(Collectors.toSet());
        Set<String> found = said.stream().map(NameScore::squeeze).collect(Collectors.toSet());
        Set<String> both = new HashSet<>(expected);
        both.retainAll(found);
        tally.hits += both.size();
        tally.said += found.size();
        tally.gold += expected.size();
        expected.stream()
                .filter(n -> !both.contains(n))
                .sorted()
                .forEach(n -> misses.append("  missed " + kind + " " + n + "\n"));
        found.stream()
                .filter(n -> !both.contains(n))
                .sorted()
                .forEach(n -> misses.append("  wrong " + kind + " " + n + "\n"));
    }

    double roleShare() {
        return (double) rolesRight / roles;
    }

    private static String squeeze(String text) {
        return text == null
                ? null
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s#\\-—–―_*>]", "");
    }

    private static String place(String name) {
        String bare = squeeze(name).replaceFirst("(特别行政区|自治区|自治县|自治州|省|市|县|区|镇|乡|村)$", "");
        return bare.isEmpty() ? name : bare;
    }

    @Override
    public String toString() {
        return String.format(
                "people.f1 %.3f  people.roles %.3f  organizations.f1 %.3f  places.f1 %.3f",
                people.f1(), roleShare(), organizations.f1(), places.f1());
    }
}
