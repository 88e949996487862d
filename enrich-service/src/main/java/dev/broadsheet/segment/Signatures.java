package dev.broadsheet.segment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines with which notices and letters are signed: 云汀市自来水公司 over 2024年5月15日, 股东会筹备处启, and after 此致 敬礼 the
 * writer's school and name. They are neither headings nor the page's date.
 */
final class Signatures {

    private static final int LONGEST = 24;
    private static final String NUMBER = "[0-9〇○零一二三四五六七八九十廿卅元]";
    private static final Pattern DAY =
            Pattern.compile("(?:(?:民国|公元)?" + NUMBER + "{1,5}年)?" + NUMBER + "{1,3}月" + NUMBER + "{1,3}日");

    /** 临川县自来水公司 2024年5月15日 */
    private static final Pattern SIGNED_DAY = Pattern.compile("(\\p{IsHan}{2,14}?)" + DAY.pattern());

    /** （林一帆， and 众林一帆）: the name with which a text is signed, one bracket misread. */
    private static final Pattern HALF_BRACKETED = Pattern.compile("(?=\\(.*[^)]$|[^(].*\\)$).(\\p{IsHan}{2,3}).");

    /** The name at the end: 读者：林一, 江边小区居民 林一, or all of it in brackets. */
    private static final Pattern NAME = Pattern.compile("(?:(?!.*\\)$)(?:.*[ :])?|\\([^()]*[ :])(\\p{IsHan}{2,3})\\)?");

    private final Vocabulary words;
    private final Bylines bylines;

    Signatures(Vocabulary words, Bylines bylines) {
        this.words = words;
        this.bylines = bylines;
    }

    /**
     * Who signs on the line, as far as it is a person; null where the line is no signature.
     *
     * @param previous the printed line before; null at the top of the page
     * @param next the printed line after; null at the end of the page
     */
    Credits read(Printed previous, Printed line, Printed next) {
        Matcher named = HALF_BRACKETED.matcher(line.tight());
        if (previous != null && previous.ended() && named.matches() && isPerson(named.group(1))) {
            return new Credits(
                    List.of(Glyphs.tight(line.text()).substring(named.start(1), named.end(1))), List.of(), true);
        }
        if (previous == null
                || line.width() > LONGEST
                || line.ended()
                || line.tight().indexOf(',') >= 0) {
            return null;
        }
        if (isClosing(previous)) {
            return isClosing(line) ? null : person(line);
        }
        if (isDay(next) && isReader(line) || previous.ended() && isMember(line) && (next == null || next.apart())) {
            return person(line);
        }
        Matcher signedDay = SIGNED_DAY.matcher(line.tight());
        if (signedDay.matches() && words.endOf("signatory", signedDay.group(1)) != null) {
            return new Credits(List.of(), List.of(), true);
        }
        boolean day = isDay(line) && (isSignatory(previous) || isReader(previous) || isAuthor(previous));
        boolean signatory = isSignatory(line)
                && (isDay(next)
                        || isConcluding(previous)
                        || words.endOf("undersigned", line.tight()) != null
                        || previous.ended() && next != null && isSignatory(next));
        return day || signatory ? new Credits(List.of(), List.of(), true) : null;
    }

    private boolean isPerson(String name) {
        return bylines.hasSurname(name) && !WordJoins.isWord(name);
    }

    /** 此致, 敬礼: how a letter closes, before its signature. */
    boolean isClosing(Printed line) {
        return words.has("closing", CueFinder.bare(line.tight()));
    }

    /** 特此公告: how a notice closes, before its signature. */
    boolean isConcluding(Printed line) {
        return words.has("concluding", CueFinder.bare(line.tight()));
    }

    /** 读者：林一, over the date of a letter. */
    private boolean isAuthor(Printed line) {
        var name = NAME.matcher(line.folded());
        return words.startOf("reporter", line.tight(), 0) != null
                && line.tight().indexOf(':') > 0
                && name.matches()
                && bylines.hasSurname(name.group(1));
    }

    /** 云汀市退休教师 林一: who a reader is and the name, over the date of a letter. */
    private boolean isReader(Printed line) {
        var name = NAME.matcher(line.folded());
        return line.width() <= LONGEST
                && !line.ended()
                && line.folded().indexOf(' ') > 0
                && name.matches()
                && bylines.hasSurname(name.group(1));
    }

    /**
     * 江边小区居民 林一, （云汀市水产研究所 林一）: what the writer of a letter is, or the house of who answers it, before the name,
     * under the last paragraph.
     */
    private boolean isMember(Printed line) {
        Matcher name = NAME.matcher(line.folded());
        if (!isReader(line) || !name.matches()) {
            return false;
        }
        String house = line.folded().substring(0, name.start(1)).strip();
        return (words.endOf("signatory", house) != null || words.endOf("correspondent", house) != null)
                && !WordJoins.isWord(name.group(1));
    }

    private Credits person(Printed line) {
        var name = NAME.matcher(line.folded());
        boolean named = name.matches() && bylines.hasSurname(name.group(1));
        String printed = named ? line.text().substring(name.start(1), name.end(1)) : null;
        return new Credits(named ? List.of(printed) : List.of(), List.of(), true);
    }

    private static boolean isDay(Printed line) {
        return line != null && DAY.matcher(line.tight()).matches();
    }

    private boolean isSignatory(Printed line) {
        return line.width() <= LONGEST
                && (words.endOf("signatory", line.tight()) != null || words.endOf("undersigned", line.tight()) != null);
    }
}
