package dev.broadsheet.enrich.script;

import dev.broadsheet.article.Folding;
import dev.broadsheet.text.ResourceLines;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language and the script of a text by counting: kana is Japanese, Hangul Korean, Han Chinese, and then
 * characters that only one of the two Chinese scripts has; Latin script by its little words. Pure and thread-safe.
 */
public final class LanguageGuesser {

    private static final int MAX_READ = 20_000;
    /** A share of letters above which a script makes the language. */
    private static final double SHARE = 0.3;
    /** Japanese is Han and kana together; kana alone need not be many. */
    private static final double KANA_SHARE = 0.15;

    private static final double LITTLE_WORDS = 0.08;
    private static final double MARGIN = 1.2;
    private static final Map<String, Set<String>> WORDS = words();
    private static final boolean[] SIMPLIFIED_ONLY = simplifiedOnly();

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (List<String> line : ResourceLines.fields(LanguageGuesser.class, "function-words.txt")) {
            words.put(line.get(0), new HashSet<>(line.subList(1, line.size())));
        }
        return words;
    }

    /** What a traditional character folds to is simplified, unless traditional texts use it too (後 → 后 both exist). */
    private static boolean[] simplifiedOnly() {
        boolean[] simplified = new boolean[Character.MAX_VALUE + 1];
        for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
            if (Folding.fold(c) != c) {
                simplified[Folding.fold(c)] = true;
            }
        }
        return simplified;
    }

    /**
     * BCP 47 tag of the language, for Chinese with its script: zh-Hans, zh-Hant, en, fr.
     *
     * @return zh where nothing tells the script, null where nothing tells the language
     */
    public String guess(String text) {
        Map<UnicodeScript, Integer> letters = new HashMap<>();
        int traditional = 0;
        int simplified = 0;
        int total = 0;
        for (int i = 0; i < Math.min(text.length(), MAX_READ); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            total++;
            letters.merge(UnicodeScript.of(c), 1, Integer::sum);
            traditional += Folding.fold(c) != c && c >= '\u3400' && c <= '\u9FFF' ? 1 : 0;
            simplified += SIMPLIFIED_ONLY[c] ? 1 : 0;
        }
        return total == 0 ? null : byScript(text, letters, total, traditional, simplified);
    }

    private static String byScript(
            String text, Map<UnicodeScript, Integer> letters, double total, int traditional, int simplified) {
        int kana = count(letters, UnicodeScript.HIRAGANA) + count(letters, UnicodeScript.KATAKANA);
        if (kana / total >= KANA_SHARE) {
            return "ja";
        }
        if (count(letters, UnicodeScript.HANGUL) / total >= SHARE) {
            return "ko";
        }
        if (count(letters, UnicodeScript.HAN) / total >= SHARE) {
            return traditional == simplified ? "zh" : traditional > simplified ? "zh-Hant" : "zh-Hans";
        }
        return count(letters, UnicodeScript.LATIN) / total >= 1 - SHARE ? byWords(text) : null;
    }

    private static int count(Map<UnicodeScript, Integer> letters, UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }

    private static String byWords(String text) {
        String read = text.substring(0, Math.min(text.length(), MAX_READ)).toLowerCase(Locale.ROOT);
        Map<String, Integer> hits = new LinkedHashMap<>();
        int total = 0;
        for (int start = 0; start < read.length(); ) {
            int end = start;
            while (end < read.length() && Character.isLetter(read.charAt(end))) {
                end++;
            }
            if (end > start) {
                total++;
                String word = read.substring(start, end);
                WORDS.forEach((language, words) -> hits.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
            }
            start = end + 1;
        }
        return clearest(hits, total);
    }

    private static String clearest(Map<String, Integer> hits, int words) {
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> language : hits.entrySet()) {
            if (language.getValue() > most) {
                second = most;
                most = language.getValue();
                best = language.getKey();
            } else {
                second = Math.max(second, language.getValue());
            }
        }
        boolean clear = most >= LITTLE_WORDS * words && most >= MARGIN * second && most > 0;
        return clear ? best : null;
    }
}
