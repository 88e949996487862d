package dev.broadsheet.classify;

import java.util.Map;

/**
 * A term of the lexicon.
 *
 * @param text as written in its file
 * @param weights weight for each topic it is evidence of, by code; empty for an expression that only shadows others
 */
record Term(String text, Map<String, Integer> weights) {

    private static final int ACRONYM = 3;

    /** Whether case tells the term from an English word: IT, AI, SHE. */
    boolean isAcronym() {
        return text.length() <= ACRONYM && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
