package dev.broadsheet.classify;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import dev.broadsheet.article.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the lexicon's terms in a text, all in one pass (Aho and Corasick, 1975). A term inside a longer one does not
 * count: 法网 in 法网恢恢 is no tennis. Immutable.
 */
final class Lexicon {

    private static final Lexicon SHARED = new Lexicon(TermFiles.read());

    private final AhoCorasickDoubleArrayTrie<Entry> trie = new AhoCorasickDoubleArrayTrie<>();
    private final List<Entry> entries;

    Lexicon(List<Term> terms) {
        TreeMap<String, Entry> byKey = new TreeMap<>();
        for (Term term : terms) {
            byKey.putIfAbsent(key(term.text()), new Entry(byKey.size(), term));
        }
        entries = byKey.values().stream()
                .sorted(Comparator.comparingInt(Entry::number))
                .toList();
        trie.build(byKey);
    }

    /** The lexicon of this package's term files, loaded once. */
    static Lexicon shared() {
        return SHARED;
    }

    /** The term with this number. */
    Entry entry(int number) {
        return entries.get(number);
    }

    /** The occurrences that no longer one covers, in order of their ends. */
    List<Hit> find(String text) {
        List<Hit> kept = new ArrayList<>();
        trie.parseText(key(text), (begin, end, entry) -> {
            if (standsAlone(text, begin, end, entry)) {
                keep(kept, new Hit(begin, end, entry));
            }
        });
        return kept;
    }

    /** Hits come in order of their ends, so only the last ones kept can lie inside the new one. */
    private static void keep(List<Hit> kept, Hit hit) {
        if (!kept.isEmpty() && kept.get(kept.size() - 1).covers(hit)) {
            return;
        }
        while (!kept.isEmpty() && hit.covers(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        kept.add(hit);
    }

    /** Latin words and numbers match whole only: no AI in said, no 3G in 13G; acronyms as printed: no IT in it. */
    private static boolean standsAlone(String text, int begin, int end, Entry entry) {
        if (begin > 0 && sameScript(text.charAt(begin - 1), text.charAt(begin))) {
            return false;
        }
        if (end < text.length() && sameScript(text.charAt(end - 1), text.charAt(end))) {
            return false;
        }
        return !entry.acronym()
                || Folding.fold(text.charAt(begin)) == entry.term().text().charAt(0);
    }

    private static boolean sameScript(char left, char right) {
        return isLatin(left) && isLatin(right) || isDigit(left) && isDigit(right);
    }

    private static boolean isLatin(char c) {
        char folded = Folding.fold(c);
        return folded >= 'a' && folded <= 'z' || folded >= 'A' && folded <= 'Z';
    }

    private static boolean isDigit(char c) {
        char folded = Folding.fold(c);
        return folded >= '0' && folded <= '9';
    }

    /** As long as the text, so that a hit's offsets are offsets in the text. */
    private static String key(String text) {
        char[] key = new char[text.length()];
        for (int i = 0; i < key.length; i++) {
            key[i] = Character.toLowerCase(Folding.fold(text.charAt(i)));
        }
        return new String(key);
    }

    /** A term with its number in this lexicon, from 0. */
    record Entry(int number, Term term, boolean acronym, TermValues values) {
        Entry(int number, Term term) {
            this(number, term, term.isAcronym(), TermValues.of(term));
        }
    }

    /** An occurrence: UTF-16 offsets, end exclusive. */
    record Hit(int begin, int end, Entry entry) {
        boolean covers(Hit other) {
            return begin <= other.begin && other.end <= end;
        }
    }
}
