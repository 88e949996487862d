package dev.broadsheet.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.huaban.analysis.jieba.WordDictionary;
import dev.broadsheet.text.ResourceLines;
import java.util.TreeMap;

/**
 * How often words are written: HanLP's core dictionary, counted in newspapers of the 1990s, and for the words that it
 * lacks since they are younger (履职) jieba's, brought to the same measure.
 */
final class Dictionary {

    /** Words that the core dictionary's text has. */
    static final double TOTAL = 25_146_057;

    /** Characters of a word, at the most. */
    static final int LONGEST_WORD = 4;

    private static final String YOUNGER = "/dict.txt";

    /** Words that jieba's text has. */
    private static final double YOUNGER_TOTAL = 60_101_967;

    /** A younger word counted less often is rather a chance of how some text was cut into words. */
    private static final int LEAST = 10;

    private static final DoubleArrayTrie<Integer> ADDED = added();

    private Dictionary() {}

    /** How often the word is written in {@link #TOTAL} words; 0 where it is none. */
    static int frequency(String word) {
        int core = CoreDictionary.getTermFrequency(word);
        Integer younger = core > 0 || word.length() < 2 ? null : ADDED.get(word);
        return younger == null ? core : younger;
    }

    static boolean isWord(String text) {
        return frequency(text) > 0;
    }

    private static DoubleArrayTrie<Integer> added() {
        TreeMap<String, Integer> added = new TreeMap<>();
        for (String line : ResourceLines.lines(WordDictionary.class, YOUNGER)) {
            String[] fields = line.split(" ");
            boolean word = fields.length == 3 && fields[0].length() > 1 && fields[0].length() <= LONGEST_WORD;
            double count = word ? Double.parseDouble(fields[1]) : 0;
            if (count >= LEAST && !fields[2].startsWith("nr") && CoreDictionary.getTermFrequency(fields[0]) <= 0) {
                added.put(fields[0], (int) Math.ceil(count * TOTAL / YOUNGER_TOTAL));
            }
        }
        return new DoubleArrayTrie<>(added);
    }
}
