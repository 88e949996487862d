package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;

/** Where the name of an institution ends, and what of a printed phrase is the institution. */
final class InstitutionRules {

    private static final int LONGEST = 24;
    private static final int NONE = -1;
    private static final String AND = "及和与暨";

    private final Endings institutions = Endings.load("institutions.txt");
    private final Endings units = Endings.load("units.txt");
    private final Endings generic = Endings.load("generic.txt");
    private final Endings kinds = Endings.load("kinds-of-house.txt");
    private final Endings finite = Endings.load("finite-verbs.txt");
    private final Endings bylineCues = Endings.load("byline-cues.txt");
    private final LocalBodies bodies;

    InstitutionRules(LocalBodies bodies) {
        this.bodies = bodies;
    }

    /**
     * How far a name reaches that starts at {@code start} and is known up to {@code from}: through nouns to the last word
     * that ends an institution's name (云汀 + 智能制造职教集团).
     *
     * @return end, exclusive; -1 where no institution's name goes on from there
     */
    int reach(Reading reading, int start, int from) {
        int reached = NONE;
        int at = from;
        while (at < reading.length() && at - start < LONGEST) {
            boolean complete = reached == at || at == from && from > start && ends(reading, start, from);
            boolean over = bodies.startsAt(reading, at) || complete && isOver(reading, at);
            int next = over ? NONE : step(reading, from, at, reached == at);
            if (next == NONE) {
                return reached;
            }
            at = next;
            boolean kindOnly = kinds.contains(reading.letters(), from, at);
            if (ends(reading, from, at) && !kindOnly && !bareCentre(reading, from, at)) {
                reached = at;
            }
        }
        return reached;
    }

    /** The next word's end, or -1 where a name cannot go on: 福建（云汀）馆 goes on behind the bracket. */
    private int step(Reading reading, int from, int at, boolean complete) {
        if (reading.letter(at) == '(') {
            int close = reading.find(')', at + 1, at + 7);
            boolean byline = bylineCues.startingAt(reading.letters(), at + 1) > 0;
            return close > at + 1 && NameWords.nominal(reading, at + 1) && !byline ? close + 1 : NONE;
        }
        if (isDay(reading, at)) {
            return NONE;
        }
        int end = reading.wordEnd(at);
        int whole = at + institutions.startingAt(reading.letters(), at);
        if (whole > end && reading.wordEnd(whole - 1) == whole) {
            return whole; // 分|指挥部
        }
        if (NameWords.nominal(reading, at)) {
            return end;
        }
        boolean mayJoin = !complete && at > from && AND.indexOf(reading.letter(at)) >= 0;
        boolean verb = !complete && NameWords.verb(reading, at) && !finite.contains(reading.letters(), at, end);
        return mayJoin || verb ? end : closing(reading, at);
    }

    /** 市法院会同市公安局, 云汀市交易中心三楼大厅: behind a whole name, what the body does or where in its house. */
    boolean isOver(Reading reading, int at) {
        return isFloor(reading, at) || finite.contains(reading.letters(), at, reading.wordEnd(at));
    }

    static boolean isFloor(Reading reading, int at) {
        return reading.partOfSpeech(at).equals("m") && "楼层".indexOf(reading.letter(reading.wordEnd(at))) >= 0;
    }

    /** 福州7月20日电: a day in figures is no part of a name, as a number is (福州第7中学). */
    private static boolean isDay(Reading reading, int at) {
        int end = at;
        while (Character.isDigit(reading.letter(end))) {
            end++;
        }
        return end > at && "年月日".indexOf(reading.letter(end)) >= 0;
    }

    /** Whether an institution's name ends at {@code end}; 部署 and 格局 are words of their own and end none. */
    boolean ends(Reading reading, int from, int end) {
        int ending = institutions.endingAt(reading.letters(), from, end);
        boolean partOfWord = ending == 1 && reading.wordStart(end - 1) < end - 1;
        return ending > 0 && (!partOfWord || reading.partOfSpeech(end - 1).equals("nt"));
    }

    /** 海峡青年联谊会、: in a list, 会 cut off as a word of its own still closes a name. */
    private int closing(Reading reading, int at) {
        boolean alone = reading.wordEnd(at) == at + 1;
        return alone && "会局".indexOf(reading.letter(at)) >= 0 && "、，,等".indexOf(reading.letter(at + 1)) >= 0
                ? at + 1
                : NONE;
    }

    /** 云汀市中心 is the middle of a town, 云汀市文化中心 a house. */
    private static boolean bareCentre(Reading reading, int from, int end) {
        return reading.letters().startsWith("中心", end - 2) && end - from < 4;
    }

    /** The institution of a unit: 云汀市医院外科 is of 云汀市医院. Leaves alone what is not a unit of an institution. */
    Entity institutionOf(Reading reading, Entity organization) {
        String letters = reading.letters();
        int end = organization.end();
        if (institutionEnding(letters, organization) >= 2 && units.endingAt(letters, organization.start(), end) == 0) {
            return organization;
        }
        for (int at = organization.start() + 2; at < end; at++) {
            int ending = institutions.endingAt(letters, organization.start(), at);
            boolean whole = at - organization.start() > ending;
            boolean institution = ending > 0 && !letters.startsWith("政府", at - 2);
            if (institution
                    && whole
                    && reading.wordEnd(at - 1) == at
                    && units.endingAt(letters, at, end) > 0
                    && institutions.endingAt(letters, at, end) == 0) {
                return new Entity(organization.type(), organization.start(), at);
            }
        }
        return organization;
    }

    private int institutionEnding(String letters, Entity organization) {
        return institutions.endingAt(letters, organization.start(), organization.end());
    }

    /** Whether a phrase only says what kind of body it is: 美术馆, 各级工会, 四大集团. */
    boolean isGeneric(String name) {
        if (institutions.contains(name) || units.contains(name)) {
            return true;
        }
        int start = generic.startingAt(name, 0);
        return start > 0 && (start == name.length() || start > 1 || institutions.contains(name.substring(start)));
    }

    boolean endsInstitution(String letters, int from, int end) {
        return institutions.endingAt(letters, from, end) > 0;
    }

    /** Whether the stretch is nothing but the ending of an institution's name. */
    boolean isEnding(String letters, int from, int end) {
        return institutions.contains(letters, from, end);
    }
}
