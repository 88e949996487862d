package dev.broadsheet.segment;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs whether two halves of a sentence belong together: 采用本 + 地回避 join into 本地, 学校 + 的 is how people write,
 * but no sentence begins with 的. The measure is how much cheaper a word model (unigrams and bigrams of HanLP's core
 * dictionary) finds the halves written in one than each for itself, and how odd a sentence's start the second half
 * would be. Above {@link #BROKEN_WORD} the cut goes through a word.
 */
final class WordJoins {

    /** Scores above this come from cut words; whole words that often follow each other stay below. */
    static final double BROKEN_WORD = 6.5;

    private static final int REACH = 8;
    private static final double UNKNOWN = Math.log(Dictionary.TOTAL);
    private static final double SMOOTHING = 0.8;
    private static final List<Nature> MEASURES = List.of(Nature.q, Nature.qv, Nature.qt);
    private static final String BEGIN = "始##始";
    private static final String COMMA = "，";

    /** Commas and sentences in the text of which the dictionary was counted. */
    private static final double COMMAS = 74_920;

    private static final double SENTENCES = 35_985;

    private WordJoins() {}

    /**
     * Log-odds, in nats, that the texts are one sentence cut in two; positive speaks for it.
     *
     * @param before folded text without spaces; its end is looked at
     * @param after folded text without spaces; its beginning is looked at
     */
    static double score(String before, String after) {
        if (cutsNumber(before, after)) {
            return BROKEN_WORD + 2;
        }
        String left = lastClause(before);
        String right = firstClause(after);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        double together = cost(left, false) + cost(right, false) - cost(left + right, false);
        double unlikelyStart = cost(right, true) - cost(right, false);
        return together + unlikelyStart;
    }

    /** Whether a text ends in a word that another must follow: 全市最后一批通客车的, 记者在. No heading does. */
    static boolean isBound(String text) {
        return Vocabulary.STANDARD.endOf("bound", text) != null;
    }

    /** {@link #score} between -1, no sentence cut in two, and 1, a word cut in two or one that cannot end a text. */
    static double halves(String before, String after) {
        return isBound(before) ? 1 : Math.max(-1, Math.min(1, score(before, after) / BROKEN_WORD));
    }

    /**
     * Log-odds, in nats, that a text goes on after a comma rather than begins a sentence, by its first word: 形成 and 推动
     * mostly follow a comma, 据 and 会议 mostly begin.
     *
     * @param after folded text without spaces
     */
    static double afterPause(String after) {
        String first = firstWord(firstClause(after));
        if (first.isEmpty()) {
            return 0;
        }
        double begins = CoreBiGramTableDictionary.getBiFrequency(BEGIN, first) + 0.5;
        double follows = CoreBiGramTableDictionary.getBiFrequency(COMMA, first) + 0.5;
        return Math.log(follows / COMMAS) - Math.log(begins / SENTENCES);
    }

    /** Whether the core dictionary knows the text as a word, so that it is hardly a name; jieba's has many names. */
    static boolean isWord(String text) {
        return CoreDictionary.getTermFrequency(text) > 0;
    }

    private static String firstWord(String text) {
        for (int length = Math.min(Dictionary.LONGEST_WORD, text.length()); length > 1; length--) {
            String word = text.substring(0, length);
            if (isWord(word)) {
                return word;
            }
        }
        return "";
    }

    /** Whether a word of the dictionary lies across the cut: a cheap test before the full one. */
    static boolean cutsWord(String before, String after) {
        if (cutsNumber(before, after)) {
            return true;
        }
        String left = lastClause(before);
        String right = firstClause(after);
        for (int head = 1; head < Dictionary.LONGEST_WORD && head <= left.length(); head++) {
            for (int tail = 1; head + tail <= Dictionary.LONGEST_WORD && tail <= right.length(); tail++) {
                String word = left.substring(left.length() - head) + right.substring(0, tail);
                if (Dictionary.isWord(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 186 + 只, 3.1 + 万亩: a number whose measure word stands after the cut, or the rest of the number. */
    private static boolean cutsNumber(String before, String after) {
        if (before.isEmpty() || after.isEmpty() || !Character.isDigit(before.charAt(before.length() - 1))) {
            return false;
        }
        if ("万亿".indexOf(after.charAt(0)) >= 0) {
            return true;
        }
        CoreDictionary.Attribute first = CoreDictionary.get(after.substring(0, 1));
        return first != null && MEASURES.stream().anyMatch(first::hasNature);
    }

    private static String lastClause(String text) {
        int from = text.length();
        while (from > 0 && text.length() - from < REACH && Glyphs.isHan(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    private static String firstClause(String text) {
        int to = 0;
        while (to < text.length() && to < REACH && Glyphs.isHan(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to);
    }

    /** Cost of the cheapest way to read the text as words: shortest path, the bigram of each step smoothed. */
    private static double cost(String text, boolean opens) {
        int n = text.length();
        double[][] best = new double[n + 1][Dictionary.LONGEST_WORD + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int end = 1; end <= n; end++) {
            for (int length = 1; length <= Math.min(Dictionary.LONGEST_WORD, end); length++) {
                String word = text.substring(end - length, end);
                if (length > 1 && !Dictionary.isWord(word)) {
                    continue;
                }
                int start = end - length;
                if (start == 0) {
                    best[end][length] = opens ? step(BEGIN, word) : unigram(word);
                }
                for (int previous = 1; previous <= Math.min(Dictionary.LONGEST_WORD, start); previous++) {
                    if (best[start][previous] < Double.POSITIVE_INFINITY) {
                        double cost = best[start][previous] + step(text.substring(start - previous, start), word);
                        best[end][length] = Math.min(best[end][length], cost);
                    }
                }
            }
        }
        double cheapest = Double.POSITIVE_INFINITY;
        for (int length = 1; length <= Math.min(Dictionary.LONGEST_WORD, n); length++) {
            cheapest = Math.min(cheapest, best[n][length]);
        }
        return cheapest;
    }

    private static double unigram(String word) {
        int frequency = Dictionary.frequency(word);
        return frequency > 0 ? -Math.log((frequency + 1) / Dictionary.TOTAL) : UNKNOWN;
    }

    private static double step(String previous, String word) {
        double own = Math.exp(-unigram(word));
        int before = CoreDictionary.getTermFrequency(previous);
        int together = before > 0 ? CoreBiGramTableDictionary.getBiFrequency(previous, word) : 0;
        double conditional = before > 0 ? (double) together / before : 0;
        return -Math.log(SMOOTHING * Math.min(1, conditional) + (1 - SMOOTHING) * own);
    }
}
