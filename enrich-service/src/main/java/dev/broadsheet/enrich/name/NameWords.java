package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Reading;

/** Which words a long name may run through, and which end it. */
final class NameWords {

    private NameWords() {}

    /** Nouns, and what stands in front of nouns; words the dictionary does not know may be anything. */
    static boolean nominal(Reading reading, int at) {
        char letter = reading.letter(at);
        if (!Character.isIdeographic(letter) && !Character.isLetterOrDigit(letter)) {
            return false;
        }
        String kind = reading.partOfSpeech(at);
        if (kind.isEmpty()) {
            return true;
        }
        if (kind.equals("t")) {
            return reading.letter(reading.wordEnd(at) - 1) == '年'
                    && "青少老".indexOf(reading.letter(reading.wordStart(at))) >= 0;
        }
        return switch (kind.charAt(0)) {
            case 'n', 'b', 'j', 'g', 'k', 'h', 's', 'a', 'q', 'z', 'i', 'l' -> !kind.equals("ad");
            case 'v' -> kind.equals("vn") || kind.equals("vg");
            case 'm' -> Character.isIdeographic(letter);
            default -> false;
        };
    }

    /** A verb of two characters, or two of one character that make a word the dictionary does not know (援 + 疆). */
    static boolean verb(Reading reading, int at) {
        int end = reading.wordEnd(at);
        boolean pair = end == at + 1
                && end < reading.length()
                && reading.wordEnd(end) == end + 1
                && Character.isIdeographic(reading.letter(end))
                && reading.partOfSpeech(at).startsWith("v");
        return verbOfTwo(reading, at) || pair;
    }

    /** 就业驿站, 援企协会: a verb of two characters may stand in a name before its last noun. */
    static boolean verbOfTwo(Reading reading, int at) {
        return reading.wordEnd(at) - reading.wordStart(at) == 2
                && reading.partOfSpeech(at).startsWith("v");
    }
}
