package dev.broadsheet.segment;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Weighs whether a text goes on from another or begins a sentence, by the words on both sides of the cut: 涨到 is followed by
 * a number far more often than a sentence begins with one, and 保证了 + 工程 is how people write. Words, numbers and
 * marks are those of HanLP's core dictionary and its bigrams; the reading that is cheapest counts.
 */
final class SentenceModel {

    private static final int REACH = 8;
    private static final int LONGEST_WORD = 4;
    private static final double SMOOTHING = 0.8;

    /** About how many words the text had that the dictionary was counted in. */
    private static final double TOTAL = 1_200_000;

    private static final String BEGIN = "始##始";
    private static final String NUMBER = "未##数";
    private static final String LATIN = "未##串";

    /** How often something follows these in the text that was counted: their own frequencies are padded. */
    private static final Map<String, Double> FOLLOWED = Map.of(BEGIN, 35_985.0, NUMBER, 16_000.0, LATIN, 350.0);

    private SentenceModel() {}

    /**
     * Log-odds, in nats.
     *
     * @param before folded text without spaces; its end is looked at
     * @param after folded text without spaces; its beginning is looked at
     */
    static double goesOn(String before, String after) {
        List<String> left = last(before);
        List<String> right = first(after);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        List<String> both = new ArrayList<>(left);
        both.addAll(right);
        return cost(left, "") + cost(right, BEGIN) - cost(both, "");
    }

    /** How odd the text would be as the beginning of a sentence: what that costs more than the words alone, in nats. */
    static double oddStart(String after) {
        List<String> right = first(after);
        return right.isEmpty() ? 0 : cost(right, BEGIN) - cost(right, "");
    }

    private static List<String> first(String text) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < text.length() && units.size() < REACH; ) {
            int to = unit(text, i);
            if (to == i + 1 && i > 0 && (Glyphs.isStop(text.charAt(i)) || Glyphs.isPause(text.charAt(i)))) {
                break;
            }
            units.add(name(text, i, to));
            i = to;
        }
        return units;
    }

    private static List<String> last(String text) {
        List<String> units = new ArrayList<>();
        int from = Math.max(0, text.length() - 2 * REACH);
        for (int i = from; i < text.length(); ) {
            int to = unit(text, i);
            if (Glyphs.isStop(text.charAt(i))) {
                units.clear();
            } else {
                units.add(name(text, i, to));
            }
            i = to;
        }
        return units.subList(Math.max(0, units.size() - REACH), units.size());
    }

    private static int unit(String text, int from) {
        int to = from + 1;
        while (to < text.length()
                && kind(text.charAt(from)) > 0
                && (kind(text.charAt(to)) == kind(text.charAt(from))
                        || text.charAt(to) == '.' && kind(text.charAt(from)) == 1)) {
            to++;
        }
        return to;
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 1 : Character.isLetter(c) && c < 0x0250 ? 2 : 0;
    }

    private static String name(String text, int from, int to) {
        return switch (kind(text.charAt(from))) {
            case 1 -> NUMBER;
            case 2 -> LATIN;
            default -> mark(text.charAt(from));
        };
    }

    /** As the dictionary writes them. */
    private static String mark(char c) {
        int i = ",;:()?!".indexOf(c);
        return i < 0 ? String.valueOf(c) : String.valueOf("，；：（）？！".charAt(i));
    }

    private static double cost(List<String> units, String before) {
        int n = units.size();
        double[][] best = new double[n + 1][LONGEST_WORD + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        String[][] words = new String[n + 1][LONGEST_WORD + 1];
        for (int end = 1; end <= n; end++) {
            for (int length = 1; length <= Math.min(LONGEST_WORD, end); length++) {
                int start = end - length;
                String word = length == 1 ? units.get(start) : word(units.subList(start, end));
                words[end][length] = word;
                if (word == null) {
                    continue;
                }
                if (start == 0) {
                    best[end][length] = before.isEmpty() ? unigram(word) : step(before, word);
                }
                for (int previous = 1; previous <= Math.min(LONGEST_WORD, start); previous++) {
                    if (best[start][previous] < Double.POSITIVE_INFINITY) {
                        best[end][length] =
                                Math.min(best[end][length], best[start][previous] + step(words[start][previous], word));
                    }
                }
            }
        }
        return Arrays.stream(best[n]).min().orElseThrow();
    }

    private static String word(List<String> units) {
        if (units.stream().anyMatch(unit -> unit.length() > 1)) {
            return null;
        }
        String word = String.join("", units);
        return CoreDictionary.getWordID(word) < 0 ? null : word;
    }

    private static double unigram(String word) {
        Double often = FOLLOWED.get(word);
        double frequency = often != null ? often : CoreDictionary.getTermFrequency(word);
        return -Math.log((frequency + 1) / TOTAL);
    }

    private static double step(String previous, String word) {
        double followed = FOLLOWED.getOrDefault(previous, (double) CoreDictionary.getTermFrequency(previous));
        double together = followed > 0 ? CoreBiGramTableDictionary.getBiFrequency(previous, word) : 0;
        double conditional = followed > 0 ? Math.min(1, together / followed) : 0;
        return -Math.log(SMOOTHING * conditional + (1 - SMOOTHING) * Math.exp(-unigram(word)));
    }
}
