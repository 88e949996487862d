package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells the slogans of campaigns, which papers print as banners over a page, beside a story or over a series. */
final class Slogans {

    private static final int LONGEST = 40;

    /** A slogan of so few letters need only begin as slogans do. */
    private static final int SHORT = 14;

    private static final Pattern SPACES = Pattern.compile("[ ·]+");

    /** 转作风 办实事 优环境 促发展: as many phrases of three characters make no headline any more. */
    private static final int CHANTED = 4;

    private static final Pattern CHANT = Pattern.compile("\\p{IsHan}{3}");

    /** 走渡口 看变化, 一渡一景看云汀: how reporters' tours and series on a place are called. */
    private static final Pattern TOUR =
            Pattern.compile("(?:\\p{IsHan}{2,4})?走\\p{IsHan}{2}看\\p{IsHan}{2,4}|\\p{IsHan}{4}看\\p{IsHan}{2}");

    private final Vocabulary words;

    Slogans(Vocabulary words) {
        this.words = words;
    }

    /**
     * Whether the words are those of a slogan, though a headline of the party's paper may have them as well.
     *
     * @param folded the line, or several with blanks between
     */
    boolean isSlogan(String folded) {
        String tight = String.join("", SPACES.split(folded.strip()));
        return isBanner(folded) || begins(tight) && tight.length() <= SHORT && tight.indexOf('“') < 0;
    }

    /**
     * Whether the words are a campaign's name, which is no headline even of a text without one: 学习贯彻…精神, 深化拓展…行动.
     *
     * @param folded the line, or several with blanks between
     */
    boolean isBanner(String folded) {
        String[] phrases = SPACES.split(folded.strip());
        String tight = String.join("", phrases);
        return tight.length() <= LONGEST
                && (begins(tight) && words.endOf("slogan.end", tight) != null
                        || TOUR.matcher(tight).matches()
                        || isChanted(phrases));
    }

    private boolean begins(String tight) {
        return words.startOf("slogan.start", tight, 0) != null;
    }

    private static boolean isChanted(String[] phrases) {
        return phrases.length >= CHANTED
                && Arrays.stream(phrases)
                        .allMatch(phrase -> CHANT.matcher(phrase).matches());
    }
}
