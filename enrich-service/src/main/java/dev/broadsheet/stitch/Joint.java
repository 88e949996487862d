package dev.broadsheet.stitch;

/**
 * The place where two halves would meet. A story is cut where the column is full, mostly in mid-sentence, and then
 * the right continuation completes what is open: the sentence, the word, the quotation.
 */
final class Joint {

    private static final String SENTENCE_ENDS = "。！？!?…”’」』";
    private static final String NEVER_FIRST = "，、；：。！？,;:!?”’」』）》】%％";
    private static final String[] PAIRS = {"“”", "‘’", "《》", "（）", "「」", "『』"};

    private final String ending;
    private final String beginning;

    Joint(String ending, String beginning) {
        this.ending = ending;
        this.beginning = beginning;
    }

    /** Whether the first half stops in the middle of a sentence. */
    boolean isBroken() {
        return !ending.isEmpty() && SENTENCE_ENDS.indexOf(ending.charAt(ending.length() - 1)) < 0;
    }

    /** Whether the second half begins with what cannot begin a sentence: a comma, a closing quotation mark. */
    boolean beginsInside() {
        return !beginning.isEmpty() && NEVER_FIRST.indexOf(beginning.charAt(0)) >= 0;
    }

    /** Whether both agree: a broken ending with an inner beginning, or a finished sentence with a fresh one. */
    boolean contradicts() {
        return beginsInside() && !isBroken();
    }

    /** Whether a quotation, title or bracket opened in the first half is closed in the second. */
    boolean closesWhatIsOpen() {
        for (String pair : PAIRS) {
            if (isLeftOpen(pair) && closesFirst(pair)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the second half closes what the first never opened. */
    boolean closesWhatIsNotOpen() {
        for (String pair : PAIRS) {
            if (!isLeftOpen(pair) && closesFirst(pair)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Letters around the cut: {@code before} of the first half and {@code after} of the second. Where a word was cut in
     * two, they are printed together elsewhere in the story.
     *
     * @return null where either side has too few
     */
    String around(int before, int after) {
        boolean enough = ending.length() >= before && beginning.length() >= after;
        String letters = enough ? ending.substring(ending.length() - before) + beginning.substring(0, after) : "";
        return enough && letters.chars().allMatch(Character::isLetterOrDigit) ? letters : null;
    }

    /** Both halves as one running text; Latin words are kept apart. */
    String joined() {
        boolean latin = !ending.isEmpty()
                && !beginning.isEmpty()
                && isLatin(ending.charAt(ending.length() - 1))
                && isLatin(beginning.charAt(0));
        return ending + (latin ? " " : "") + beginning;
    }

    private boolean isLeftOpen(String pair) {
        return ending.lastIndexOf(pair.charAt(0)) > ending.lastIndexOf(pair.charAt(1));
    }

    private boolean closesFirst(String pair) {
        int close = beginning.indexOf(pair.charAt(1));
        int open = beginning.indexOf(pair.charAt(0));
        return close >= 0 && (open < 0 || close < open);
    }

    private static boolean isLatin(char letter) {
        return letter < 0x250 && Character.isLetterOrDigit(letter);
    }
}
