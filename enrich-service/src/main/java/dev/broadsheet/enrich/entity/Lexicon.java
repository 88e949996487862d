package dev.broadsheet.enrich.entity;

import com.huaban.analysis.jieba.WordDictionary;
import dev.broadsheet.enrich.gazetteer.WordTrie;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Common words with their frequency and part of speech, from jieba's dictionary, and the likeliest way to cut a text into
 * them. The cut is only evidence for the recognizer; names it does not know come out as single characters.
 */
final class Lexicon {

    private static final String DICTIONARY = "/dict.txt";
    /** Longer entries are proverbs and titles: no evidence of names, and the bound keeps cutting linear. */
    private static final int LONGEST = 16;

    /** A word counted this often is an ordinary one. */
    private static final int ORDINARY = 50;

    /** Part of speech of what the dictionary does not know. */
    static final int UNKNOWN = 0;

    private final WordTrie words;
    private final float[] cost;
    private final short[] kind;
    private final float unknownCost;
    private final float ordinaryCost;

    private Lexicon(TreeMap<String, Word> entries, double total) {
        words = WordTrie.of(entries.keySet());
        cost = new float[entries.size()];
        kind = new short[entries.size()];
        int at = 0;
        for (Word word : entries.values()) {
            cost[at] = (float) (Math.log(total) - Math.log(word.count));
            kind[at++] = (short) word.kind;
        }
        unknownCost = (float) Math.log(total);
        ordinaryCost = (float) (Math.log(total) - Math.log(ORDINARY));
    }

    private record Word(double count, int kind) {}

    /** Reads jieba's dictionary from the class path: {@code word count tag}, a line each. */
    static Lexicon load() {
        return load((word, tag) -> true);
    }

    /** @param knows which words, with their tags, to take; in training some are left out, as names are in life */
    static Lexicon load(BiPredicate<String, String> knows) {
        TreeMap<String, Word> entries = new TreeMap<>();
        double total = 0;
        try (InputStream in = WordDictionary.class.getResourceAsStream(DICTIONARY);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(" ");
                if (fields.length != 3 || fields[0].length() > LONGEST || !knows.test(fields[0], fields[2])) {
                    continue;
                }
                double count = Math.max(1, Double.parseDouble(fields[1]));
                entries.put(fields[0], new Word(count, kind(fields[2])));
                total += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read jieba's dictionary from the class path", e);
        }
        return new Lexicon(entries, total);
    }

    /** A number for a part of speech: its first two letters; all kinds of personal names are one. */
    private static int kind(String tag) {
        int second = tag.length() > 1 ? tag.charAt(1) - 'a' + 1 : 0;
        return (tag.charAt(0) - 'a' + 1) << 5 | second;
    }

    /** Cuts a text into words along the likeliest path. */
    void cut(char[] text, Words out) {
        int n = text.length;
        float[] best = new float[n + 1];
        int[] from = new int[n + 1];
        int[] with = new int[n + 1];
        Arrays.fill(best, Float.MAX_VALUE);
        best[0] = 0;
        for (int start = 0; start < n; start++) {
            relax(best, from, with, start, start + 1, unknownCost, WordTrie.NONE);
            int limit = Math.min(n, start + LONGEST);
            int state = WordTrie.ROOT;
            for (int end = start; end < limit; end++) {
                state = words.next(state, text[end]);
                if (state == WordTrie.NONE) {
                    break;
                }
                int word = words.word(state);
                if (word != WordTrie.NONE) {
                    relax(best, from, with, start, end + 1, cost[word], word);
                }
            }
        }
        for (int end = n; end > 0; end = from[end]) {
            boolean known = with[end] >= 0;
            out.set(from[end], end, known ? kind[with[end]] : UNKNOWN, known && cost[with[end]] < ordinaryCost);
        }
    }

    private static void relax(float[] best, int[] from, int[] with, int start, int end, float cost, int index) {
        if (best[start] + cost < best[end]) {
            best[end] = best[start] + cost;
            from[end] = start;
            with[end] = index;
        }
    }
}
