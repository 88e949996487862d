package dev.broadsheet.segment;

import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads bylines and credits: 本报记者 林一 江二 文 何三 图, 融媒体记者林一 通讯员江二, 文/林一 图/江二, 林一 江二 摄影报道.
 * Names are tokens of two to four Han characters; a name of two characters may be spaced out (江 二) to the width of
 * three. Text is folded except for the names, which are returned as printed.
 */
final class Bylines {

    private static final String MARKS = "⊙□■◎●○▲△◆◇★☆※◤◢|*";
    private static final String SEPARATORS = " 、,;:/()[]【】〔〕<>|";
    private static final int LONGEST = 120;

    /** A role of so many characters is known though one is misread. */
    private static final int SURE = 3;

    /** 云汀市 before 读者 is where the reader lives, not who it is. */
    private static final Pattern PLACE = Pattern.compile("[省市县區区镇鎮乡鄉村]$");

    private final Vocabulary words;
    private final Set<String> surnames;

    Bylines(Vocabulary words) {
        this.words = words;
        this.surnames = Set.copyOf(ResourceLines.words(Bylines.class, "surnames.txt"));
    }

    /** Whether the text begins with a mark that newspapers print before bylines: ⊙ □ ■ ◎. */
    static boolean isMarked(String folded) {
        return !folded.isEmpty() && MARKS.indexOf(folded.charAt(0)) >= 0;
    }

    /** Whether the first characters can be a surname. */
    boolean hasSurname(String name) {
        return !name.isEmpty() && (surnames.contains(name.substring(0, 1)) || hasLongSurname(name));
    }

    /** Whether the last character says what kind of place it is: 临川县. */
    static boolean isPlace(String name) {
        return PLACE.matcher(name).find();
    }

    /** Whether the first two characters are one surname: 欧阳, 司马. */
    boolean hasLongSurname(String name) {
        return name.length() > 2 && surnames.contains(name.substring(0, 2));
    }

    /**
     * Reads a whole text as a byline.
     *
     * @param text as printed
     * @param folded the same, folded
     * @return null where the text holds anything but names and roles
     */
    Credits parse(String text, String folded) {
        if (folded.isEmpty() || folded.length() > LONGEST || isRestOfBrackets(folded)) {
            return null;
        }
        Reading reading = new Reading(text, words.restored("reporter", SURE, folded));
        return reading.run() ? reading.credits() : null;
    }

    /** 讯员 林一）昨日，记者从…: the rest of a byline that a line break cut, and text after it. */
    private static boolean isRestOfBrackets(String folded) {
        int close = folded.indexOf(')');
        return close >= 0 && close < folded.length() - 1 && folded.lastIndexOf('(', close) < 0;
    }

    /** What those whose names follow did. */
    private enum Part {
        TEXT,
        PICTURES,
        BOTH
    }

    /** One pass over a byline: tokens in order, roles as they come. */
    private final class Reading {
        private final String text;
        private final String folded;
        private final List<String> reporters = new ArrayList<>();
        private final List<String> photographers = new ArrayList<>();
        private final List<String> pending = new ArrayList<>();
        private String half = "";
        private boolean stated;
        private Part leading;

        Reading(String text, String folded) {
            this.text = text;
            this.folded = folded;
        }

        boolean run() {
            int at = 0;
            while (at < folded.length()) {
                char c = folded.charAt(at);
                if (SEPARATORS.indexOf(c) >= 0 || MARKS.indexOf(c) >= 0 || Glyphs.isSpace(c)) {
                    at++;
                    continue;
                }
                String both = words.startOf("both", folded, at);
                if (both != null && both.indexOf('/') > 0 && half.isEmpty()) {
                    at += both.length();
                    leading = pending.isEmpty() ? Part.BOTH : leading;
                    settle(true, true);
                    stated = true;
                    continue;
                }
                int end = at;
                while (end < folded.length()
                        && SEPARATORS.indexOf(folded.charAt(end)) < 0
                        && !Glyphs.isSpace(folded.charAt(end))) {
                    end++;
                }
                if (!token(at, end)) {
                    return false;
                }
                at = end;
            }
            return half.isEmpty() || endsName() || endsPictures();
        }

        /** 柳月 明: the last character of a name that a line break parted from it. */
        private boolean endsName() {
            int last = pending.size() - 1;
            if (last < 0 || pending.get(last).length() != 2) {
                return false;
            }
            pending.set(last, pending.get(last) + half);
            return true;
        }

        /** 本报记者 林一帆 文 江远山 国: the last word is 图 misread. */
        private boolean endsPictures() {
            if (reporters.isEmpty() || pending.isEmpty() || hasSurname(half)) {
                return false;
            }
            settle(false, true);
            return true;
        }

        private boolean token(int from, int to) {
            String token = folded.substring(from, to);
            boolean expected = half.isEmpty() && leading != null && pending.isEmpty();
            int named = expected ? innerRole(token) : -1;
            if (named > 0) {
                return name(from, from + named) && token(from + named, to);
            }
            boolean slashed = to < folded.length() && folded.charAt(to) == '/'
                    || to < folded.length() && folded.charAt(to) == ':';
            if (half.isEmpty() && leadsOn(token, to)) {
                settleByLeading();
                leading = Part.PICTURES;
                return true;
            }
            if (half.isEmpty() && role(token, to, slashed)) {
                return true;
            }
            String prefix = rolePrefix(token);
            if (prefix != null && half.isEmpty()) {
                leadReporters();
                stated = true;
                return token(from + prefix.length(), to);
            }
            int role = half.isEmpty() ? innerRole(token) : -1;
            if (role > 0) {
                return name(from, from + role) && token(from + role, to);
            }
            String suffix = token.length() >= 3 ? roleSuffix(token, to == folded.length()) : null;
            if (suffix != null) {
                return token(from, to - suffix.length()) && role(suffix, to, false);
            }
            int second = stated && half.isEmpty() ? secondName(token) : -1;
            return second > 0 ? name(from, from + second) && name(from + second, to) : name(from, to);
        }

        /** 林一帆通讯员江二: where the role begins before which a line break took the blank; -1 where there is none. */
        private int innerRole(String token) {
            for (int at = 2; at <= 4 && at + 2 < token.length(); at++) {
                if (words.startOf("reporter", token, at) != null && hasSurname(token)) {
                    return at;
                }
            }
            return -1;
        }

        /** 林一帆江二: where the second of two names begins between which a line break took the blank; -1 for one name. */
        private int secondName(String token) {
            boolean two = token.length() > 4 && token.length() < 7 && token.indexOf('\u00b7') < 0 && hasSurname(token);
            return two && hasSurname(token.substring(3)) ? 3 : two && hasSurname(token.substring(2)) ? 2 : -1;
        }

        /** A token that is a role and nothing else. Before a slash or colon it rules what follows, else what precedes. */
        private boolean role(String token, int to, boolean slashed) {
            if (words.has("both", token)) {
                settle(true, true);
            } else if (words.has("reporter", token) || isAffiliated(token) || isMisread(token, to)) {
                pending.removeIf(before -> leading == null && isPlace(before));
                leadReporters();
            } else if (slashed && (words.has("text", token) || words.has("photographer", token))) {
                settleByLeading();
                leading = words.has("text", token) ? Part.TEXT : Part.PICTURES;
            } else if (words.has("photographer", token)) {
                if (pending.isEmpty()) {
                    leading = Part.PICTURES;
                } else {
                    settle(false, true);
                }
            } else if (words.has("text", token)) {
                settle(true, false);
            } else {
                return false;
            }
            stated = true;
            return true;
        }

        /** Names of those who wrote follow; after 图/ it is a reporter who took the picture: 文/记者 林一 图/记者 江二. */
        private void leadReporters() {
            boolean pictures = leading == Part.PICTURES && pending.isEmpty();
            leading = leading == Part.BOTH || pictures ? leading : Part.TEXT;
        }

        /** 本报记者 林一帆 摄影 江二: whether 摄影 follows reporters and precedes a name, with which the byline ends. */
        private boolean leadsOn(String token, int to) {
            return words.has("photographer", token)
                    && leading == Part.TEXT
                    && !pending.isEmpty()
                    && isName(folded.substring(to).strip());
        }

        private boolean isName(String token) {
            return token.length() >= 2
                    && token.length() <= 3
                    && isHan(token, 0, token.length())
                    && hasSurname(token)
                    && !words.has("text", token);
        }

        /** 记都 林一帆, 才者 林一帆: 记者 misread, before a name. */
        private boolean isMisread(String token, int to) {
            int next = folded.indexOf(' ', to + 1);
            return token.length() == 2
                    && Vocabulary.isMisread("记者", token, 0)
                    && pending.isEmpty()
                    && !hasSurname(token)
                    && to < folded.length()
                    && isName(folded.substring(to + 1, next < 0 ? folded.length() : next));
        }

        /** 新华社记者, 云汀日报记者, 临川县读者: a role with the house or place it belongs to. */
        private boolean isAffiliated(String token) {
            return token.length() <= 14 && (token.endsWith("记者") || token.endsWith("通讯员") || token.endsWith("读者"));
        }

        private String rolePrefix(String token) {
            String term = words.startOf("reporter", token, 0);
            if (term != null && term.length() < token.length()) {
                return term;
            }
            int at = token.indexOf("记者");
            return at > 0 && at <= 10 && at + 2 < token.length() ? token.substring(0, at + 2) : null;
        }

        /** 林一摄, and at the end 林一报道: the role that is printed after a name; 文 alone may be a character of the name. */
        private String roleSuffix(String token, boolean last) {
            String both = words.endOf("both", token);
            String term = both == null ? words.endOf("photographer", token) : both;
            String told = term == null && last ? words.endOf("text", token) : null;
            String suffix = told != null && told.length() > 1 ? told : term;
            return suffix != null && token.length() - suffix.length() >= 2 ? suffix : null;
        }

        private boolean name(int from, int to) {
            String printed = text.substring(from, to);
            if (!isHan(folded, from, to) || words.count("courtesy", folded.substring(from, to)) > 0) {
                return false;
            }
            if (printed.length() == 1) {
                if (half.isEmpty()) {
                    half = printed;
                } else {
                    pending.add(half + printed);
                    half = "";
                }
                return true;
            }
            if (!half.isEmpty() && stated && !hasSurname(half)) {
                settle(true, false); // 本报记者 林一帆 又 江远山 图: 文 misread
                half = "";
            }
            if (!half.isEmpty() || printed.length() > (printed.indexOf('·') > 0 ? 12 : 4)) {
                return false;
            }
            pending.add(printed);
            return true;
        }

        private void settle(boolean wrote, boolean photographed) {
            if (wrote) {
                reporters.addAll(pending);
            }
            if (photographed) {
                photographers.addAll(pending);
            }
            pending.clear();
        }

        private void settleByLeading() {
            settle(leading != Part.PICTURES, leading == Part.PICTURES || leading == Part.BOTH);
        }

        Credits credits() {
            settleByLeading();
            return new Credits(distinct(reporters), distinct(photographers), stated);
        }
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }

    private static boolean isHan(String folded, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Glyphs.isHan(folded.charAt(i)) && folded.charAt(i) != '\u00b7') {
                return false;
            }
        }
        return to > from;
    }
}
