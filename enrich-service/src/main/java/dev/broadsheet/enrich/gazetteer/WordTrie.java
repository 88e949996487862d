package dev.broadsheet.enrich.gazetteer;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Words in a double array, walked letter by letter from {@link #ROOT}: as fast as a text can be looked up. HanLP builds
 * the arrays; walking them here makes no objects. Immutable.
 */
public final class WordTrie {

    /** State before the first letter. */
    public static final int ROOT = 0;

    /** No such state, no such word. */
    public static final int NONE = -1;

    private final int[] base;
    private final int[] check;

    private WordTrie(int[] base, int[] check) {
        this.base = base;
        this.check = check;
    }

    /** A trie of these words; a word's number is its place in their natural order. */
    public static WordTrie of(Collection<String> words) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(words));
        if (sorted.isEmpty()) {
            return new WordTrie(new int[1], new int[1]);
        }
        DoubleArrayTrie<String> trie = new DoubleArrayTrie<>();
        trie.build(sorted, sorted);
        // HanLP leaves room for a whole plane of characters behind the last state; a list of surnames needs none of it.
        int used = trie.getCheck().length;
        while (trie.getCheck()[used - 1] == 0) {
            used--;
        }
        return new WordTrie(Arrays.copyOf(trie.getBase(), used), Arrays.copyOf(trie.getCheck(), used));
    }

    /** The state one letter on; {@link #NONE} where no word goes on so. */
    public int next(int state, char letter) {
        int from = base[state];
        int to = from + letter + 1;
        return to < check.length && check[to] == from && to != ROOT ? to : NONE;
    }

    /** Number of the word that ends in a state; {@link #NONE} where none does. */
    public int word(int state) {
        int from = base[state];
        return from >= 0 && from < check.length && check[from] == from && base[from] < 0 ? -base[from] - 1 : NONE;
    }

    /** Length of the longest word that starts at a position of a text; 0 where none does. */
    public int longestAt(CharSequence text, int start) {
        int state = ROOT;
        int longest = 0;
        for (int at = start; at < text.length(); at++) {
            state = next(state, text.charAt(at));
            if (state == NONE) {
                break;
            }
            if (word(state) != NONE) {
                longest = at + 1 - start;
            }
        }
        return longest;
    }

    /** As {@link #longestAt}, backwards: for a trie of reversed words, those that end at {@code end}, not before {@code from}. */
    public int longestEndingAt(CharSequence text, int from, int end) {
        int state = ROOT;
        int longest = 0;
        for (int at = end - 1; at >= from; at--) {
            state = next(state, text.charAt(at));
            if (state == NONE) {
                break;
            }
            if (word(state) != NONE) {
                longest = end - at;
            }
        }
        return longest;
    }
}
