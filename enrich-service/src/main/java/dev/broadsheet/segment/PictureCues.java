package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is printed with a picture: its words, and at their end who took it. */
final class PictureCues {

    private static final int REACH = 48;
    private static final int LONGEST_NAME = 3;

    /** A word of so many characters is known though one is misread. */
    private static final int SURE = 4;

    private static final Pattern PLACE_IN_PICTURE = Pattern.compile("\\((?:前排|后排)?[左右中](?:[一二三四五]|起)?\\)");

    private static final Pattern SCENE = Pattern.compile("(\\p{IsHan}{2,10}?)正?在[^,。:!?]{4,24}。?");

    private static final Pattern PORTRAIT = Pattern.compile("\\p{IsHan}{2,6}和(?:他|她|他们|她们)的[^,。:!?]{2,12}。?");

    /** 三元一角, which is no corner of anything. */
    private static final Pattern PRICE = Pattern.compile("[元块]一角");

    private static final Credits NAMELESS = new Credits(List.of(), List.of(), true);

    private final Vocabulary words;
    private final Bylines bylines;

    PictureCues(Vocabulary words, Bylines bylines) {
        this.words = words;
        this.bylines = bylines;
    }

    /** 图为…, who stands where in the picture: 林一（左）在…, or the name of a work of art with its kind: 春山（国画）. */
    boolean isCaption(Printed line) {
        return words.startOf("caption", line.tight(), CueFinder.isBracket(line.tight()) ? 1 : 0) != null
                || line.width() <= REACH
                        && PLACE_IN_PICTURE.matcher(line.tight()).find()
                || line.width() <= REACH / 2 && words.count("artwork", line.tight()) > 0;
    }

    /** How many words say what scene a picture shows: 正在; none in a long line. */
    int scenes(Printed line) {
        if (line.width() > REACH) {
            return 0;
        }
        return words.count("scene", PRICE.matcher(line.tight()).replaceAll("")) + (isScene(line) ? 1 : 0);
    }

    /** Who is seen at what: 船工在渡口修船; or somebody and what is his, as a portrait is named: 老船工和他的渡船。 */
    boolean isPortrait(Printed line) {
        return isScene(line) || PORTRAIT.matcher(line.tight()).matches();
    }

    /** 船工在渡口修船: who does what where, as the words to a picture say it; an event (… 在渡口举行) is a headline. */
    private boolean isScene(Printed line) {
        Matcher scene = SCENE.matcher(line.tight());
        if (!scene.matches() || words.count("event", line.tight()) > 0) {
            return false;
        }
        String who = scene.group(1);
        return words.endOf("onlooker", who) != null
                || who.length() <= 4 && bylines.hasSurname(who) && !WordJoins.isWord(who);
    }

    /** The names after the last full stop, bracket or wide gap, where the line ends in 摄 or 图; no name where a house gave it. */
    Credits credit(Printed previous, Printed line) {
        boolean cut = previous != null && !line.apart() && line.tight().length() < REACH / 4;
        if (!cut) {
            return credit(line.text(), line.folded());
        }
        Credits credit = credit(previous.text() + line.text(), previous.folded() + line.folded());
        boolean glued = credit == null || credit.names().anyMatch(this::isTwoNames);
        return glued ? credit(previous.text() + ' ' + line.text(), previous.folded() + ' ' + line.folded()) : credit;
    }

    /** 林一帆江二: longer than any name, where a line ends between two. */
    private boolean isTwoNames(String name) {
        return name.length() > LONGEST_NAME && !bylines.hasLongSurname(Folding.fold(name));
    }

    /** Whether a credit that began on the line above ends here, as narrow columns break it: … 本报记者 林 / 一 摄. */
    boolean endsCredit(Printed previous, Printed line) {
        if (previous == null || line.apart() || previous.ended()) {
            return false;
        }
        String above = previous.tight();
        int from = above.length();
        while (from > 0 && !Glyphs.isStop(above.charAt(from - 1)) && above.charAt(from - 1) != '(') {
            from--;
        }
        return from > 0 && from < above.length() && credit(previous, line) != null;
    }

    private Credits credit(String text, String printed) {
        int tail = Math.max(0, end(printed) - 2 * REACH);
        String folded = printed.substring(0, tail) + words.restored("both", SURE, printed.substring(tail));
        int end = end(folded);
        String ending = folded.substring(Math.max(0, end - 4), end);
        if (words.endOf("photographer", ending) == null && words.endOf("both", ending) == null) {
            return null;
        }
        int from = creditStart(folded, end);
        Credits credits = bylines.parse(text.substring(from, end), folded.substring(from, end));
        while (credits == null && folded.indexOf(' ', from) >= 0 && folded.indexOf(' ', from) < end) {
            from = folded.indexOf(' ', from) + 1;
            credits = photographer(bylines.parse(text.substring(from, end), folded.substring(from, end)));
        }
        boolean named = credits != null && !credits.isEmpty() && credits.stated();
        String credit = folded.substring(from, end);
        if (!named || words.count("caption", credit) > 0) {
            return null;
        }
        return isPerson(credits, credit) ? credits : NAMELESS;
    }

    /** Where the text ends, without brackets and blanks behind it. */
    private static int end(String folded) {
        int end = folded.length();
        while (end > 0 && (Glyphs.isCloser(folded.charAt(end - 1)) || Glyphs.isSpace(folded.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    /** Not 馆方供图 nor 题头图: a name that begins with no surname stands apart from what it did: 听涛 摄. */
    private boolean isPerson(Credits credits, String credit) {
        boolean apart = credit.strip().indexOf(' ') > 0 && words.endOf("lent", credit) == null;
        return apart || credits.names().anyMatch(name -> bylines.hasSurname(Folding.fold(name)));
    }

    /** 船工在渡口修船 林一 摄: the name after the words to a picture that have no full stop; null unless it is one. */
    private Credits photographer(Credits credits) {
        boolean named = credits != null
                && !credits.isEmpty()
                && credits.names().allMatch(name -> bylines.hasSurname(Folding.fold(name)));
        return named ? credits : null;
    }

    private static int creditStart(String folded, int end) {
        int from = end;
        int lowest = Math.max(0, end - REACH);
        while (from > lowest
                && !Glyphs.isStop(folded.charAt(from - 1))
                && "()[],;。".indexOf(folded.charAt(from - 1)) < 0) {
            from--;
        }
        if (from > lowest || lowest == 0 && from == 0 && end <= 24) {
            return from;
        }
        int at = end;
        for (int blanks = 0; at > lowest && blanks < 3; at--) {
            blanks += Glyphs.isSpace(folded.charAt(at - 1)) ? 1 : 0;
        }
        return at;
    }
}
