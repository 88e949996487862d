package dev.broadsheet.enrich.quantity;

import dev.broadsheet.article.Folding;
import dev.broadsheet.text.ResourceLines;
import dev.broadsheet.text.Trie;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units and measure words of {@code units.txt}. Immutable. */
final class Units {

    private static final String PRINTED = "-";
    /** Kinds whose printed words are everyday words: they need a real number before them, not 一 or a bare 百. */
    private static final Set<String> LOOSE = Set.of("people", "count", "duration");

    private final Trie<Unit> words;

    private Units(Trie<Unit> words) {
        this.words = words;
    }

    static Units load() {
        Map<String, Unit> words = new HashMap<>();
        for (List<String> line : ResourceLines.fields(Units.class, "units.txt")) {
            String unless = unless(line);
            line.stream().skip(3).filter(word -> word.charAt(0) != '!').forEach(word -> {
                String code = line.get(1).equals(PRINTED) ? word : line.get(1);
                words.put(Folding.fold(word), new Unit(line.get(0), code, new BigDecimal(line.get(2)), unless));
            });
        }
        return new Units(new Trie<>(words));
    }

    /** The characters that a line says must not follow its words. */
    static String unless(List<String> line) {
        return line.stream()
                .filter(field -> field.charAt(0) == '!')
                .findFirst()
                .map(field -> field.substring(1))
                .orElse("");
    }

    /** The unit printed at a position; null where there is none. */
    Trie.Match<Unit> at(String text, int from) {
        Trie.Match<Unit> match = words.longest(text, from);
        if (match == null) {
            return null;
        }
        int after = match.end() < text.length() && text.charAt(match.end()) == ' ' ? match.end() + 1 : match.end();
        char next = after < text.length() ? text.charAt(after) : 0;
        return match.value().unless().indexOf(next) >= 0 ? null : match;
    }

    boolean startsAt(String text, int from) {
        return at(text, from) != null;
    }

    /**
     * A unit of measure.
     *
     * @param kind as the contract names it: money, people, area …
     * @param code as published
     * @param factor how many of {@code code} one printed unit is
     * @param unless characters that must not follow the printed word
     */
    record Unit(String kind, String code, BigDecimal factor, String unless) {

        boolean isLoose() {
            return LOOSE.contains(kind);
        }
    }
}
