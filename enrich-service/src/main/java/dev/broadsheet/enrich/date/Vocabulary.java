package dev.broadsheet.enrich.date;

import dev.broadsheet.text.ResourceLines;
import dev.broadsheet.text.Trie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of {@code dates.txt}, by kind. Immutable; loaded once. */
final class Vocabulary {

    private static final Map<String, Trie<Word>> BY_KIND = load();
    private static final Trie<Word> NONE = new Trie<>(Map.of());

    private Vocabulary() {}

    /** The words of one kind. */
    static Trie<Word> of(String kind) {
        return BY_KIND.getOrDefault(kind, NONE);
    }

    /** The kinds that begin alike and differ by the unit they speak of: relative-year, relative-day. Coarsest first. */
    static List<Graded> graded(String prefix) {
        return Arrays.stream(Grain.values())
                .map(grain -> new Graded(
                        grain, BY_KIND.get(prefix + "-" + grain.name().toLowerCase(Locale.ROOT))))
                .filter(graded -> graded.words() != null)
                .toList();
    }

    /** Words that speak of one unit. */
    record Graded(Grain grain, Trie<Word> words) {}

    private static Map<String, Trie<Word>> load() {
        Map<String, Map<String, Word>> words = new HashMap<>();
        for (List<String> line : ResourceLines.fields(Vocabulary.class, "dates.txt")) {
            Map<String, Word> ofKind = words.computeIfAbsent(line.get(0), kind -> new HashMap<>());
            Word meaning = meaning(line);
            line.stream().skip(2).filter(word -> !isCondition(word)).forEach(word -> ofKind.put(word, meaning));
        }
        Map<String, Trie<Word>> tries = new HashMap<>();
        words.forEach((kind, ofKind) -> tries.put(kind, new Trie<>(ofKind)));
        return tries;
    }

    private static Word meaning(List<String> line) {
        int[] numbers = Arrays.stream(line.get(1).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Word(numbers, condition(line, '!'), condition(line, '+'));
    }

    private static String condition(List<String> line, char mark) {
        return line.stream()
                .filter(field -> field.charAt(0) == mark)
                .map(field -> field.substring(1))
                .reduce("", String::concat);
    }

    private static boolean isCondition(String field) {
        return field.charAt(0) == '!' || field.charAt(0) == '+';
    }

    /**
     * What a word means.
     *
     * @param numbers as {@code dates.txt} explains for the word's kind
     * @param unless characters that must not follow
     * @param only characters of which one must follow; empty where any may
     */
    record Word(int[] numbers, String unless, String only) {

        int number() {
            return numbers[0];
        }

        int number(int index) {
            return numbers[index];
        }

        /** Whether the word may stand before this character (0 at the end of the text). */
        boolean mayPrecede(char next) {
            return unless.indexOf(next) < 0 && (only.isEmpty() || only.indexOf(next) >= 0);
        }
    }
}
