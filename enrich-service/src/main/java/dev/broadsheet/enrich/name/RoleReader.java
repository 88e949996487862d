package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.Titles;

/**
 * Reads the role that stands at a person's name. Papers print it before the name, with what it is a role in
 * (云汀市教育局党组书记、局长林某), once for a list of names (市领导甲、乙、丙), in brackets or after a comma behind the
 * name, or short behind it (林某教授).
 */
final class RoleReader {

    private static final int LONGEST = 60;
    private static final int LONGEST_UNIT = 10;
    private static final int LONGEST_BEHIND = 30;

    private final Endings finite = Endings.load("finite-verbs.txt");
    private final Titles titles = Titles.shared();
    private final Endings addresses = Endings.load("addresses.txt");

    /** Where a role starts that ends where the name starts; the name's start where none does. */
    int startOfRoleBefore(Reading reading, int nameStart, Spans names) {
        int end = nameStart;
        while (end > 0 && reading.letter(end - 1) == ' ') {
            end--;
        }
        end = titles.beforeBrackets(reading.letters(), end);
        int title = titles.endingAt(reading.letters(), end);
        if (title == 0) {
            return nameStart;
        }
        int start = Math.min(end - title, reading.wordStart(end - title));
        while (start > 0 && nameStart - start < LONGEST) {
            int step = back(reading, start, names);
            if (step == start) {
                break;
            }
            start = step;
        }
        while (start < end && reading.letter(start) == '、') {
            start++;
        }
        return titles.isKin(reading.letters(), start, end) ? withWhose(reading, start, names) : start;
    }

    /** 林某 + 的 + 孙女: whose kin somebody is. */
    private static int withWhose(Reading reading, int start, Spans names) {
        Entity whose = reading.letter(start - 1) == '的' ? names.endingAt(start - 1) : null;
        return whose != null && whose.type() == EntityType.PERSON ? whose.start() : start;
    }

    /** One word, one name or one mark further back, or nowhere where the role cannot reach further. */
    private int back(Reading reading, int start, Spans names) {
        Entity name = names.at(start - 1);
        if (name != null) {
            return name.type() == EntityType.PERSON ? start : name.start();
        }
        int word = reading.wordStart(start - 1);
        char letter = reading.letter(start - 1);
        if (letter == '、') {
            // Only between two roles: 局长、二级巡视员; not after another name: 林某、局长陈某.
            return titles.endingAt(reading.letters(), start - 1) > 0 ? start - 1 : start;
        }
        if (letter == '兼' || letter == '级') {
            return start - 1;
        }
        boolean noun = NameWords.nominal(reading, start - 1) && "我本该各某".indexOf(letter) < 0;
        boolean told = "记访".indexOf(letter) >= 0 && reading.letter(start - 2) == '—'; // ——记护林员林某
        boolean qualifies = titles.isQualifier(reading.letters(), word, start);
        return noun && !told || qualifies ? word : acrossVerbs(reading, start, names);
    }

    /** 云汀市卫健局 + 审核审批 + 科科长: verbs in the name of a unit, told by the body in front of them. */
    private int acrossVerbs(Reading reading, int start, Spans names) {
        int at = start;
        while (at > 0 && start - at < LONGEST_UNIT && names.at(at - 1) == null) {
            int word = reading.wordStart(at - 1);
            boolean joins = NameWords.nominal(reading, word)
                    || NameWords.verbOfTwo(reading, word) && !finite.contains(reading.letters(), word, at);
            if (!joins) {
                return start;
            }
            at = word;
        }
        Entity body = names.endingAt(at);
        return body != null && body.type() == EntityType.ORGANIZATION ? body.start() : start;
    }

    /** Start and end of the role that stands behind a name; null where none does. */
    int[] behind(Reading reading, int nameEnd) {
        char mark = reading.letter(nameEnd);
        String letters = reading.letters();
        if (mark == '(' || mark == ',') {
            int close = reading.find(mark == '(' ? ')' : ',', nameEnd + 1, nameEnd + 1 + LONGEST_BEHIND);
            boolean role = close > 0 && nounsOnly(reading, nameEnd + 1, close) && titles.endingAt(letters, close) > 0;
            return role ? new int[] {nameEnd + 1, close} : null;
        }
        int end = nameEnd + titles.startingAt(letters, nameEnd);
        boolean role = end - nameEnd > 1
                && !addresses.contains(letters, nameEnd, end)
                && !reading.partOfSpeech(nameEnd).startsWith("v"); // 林某主持会议
        return role ? new int[] {nameEnd, end} : null;
    }

    private static boolean nounsOnly(Reading reading, int from, int to) {
        for (int at = from; at < to; at = reading.wordEnd(at)) {
            if (reading.letter(at) != '、' && !NameWords.nominal(reading, at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a stretch is only a form of address: 同志, 先生. */
    boolean isAddress(String role) {
        return addresses.contains(role);
    }

    /** Whether an office or a calling ends in front of a name. */
    boolean endsAt(Reading reading, int nameStart) {
        return titles.endingAt(reading.letters(), nameStart) > 0;
    }

    /** Whether an office (局长, not a calling like 医生) ends in front of a name, at the end of a word. */
    boolean officeEndsAt(Reading reading, int nameStart) {
        int end = titles.beforeBrackets(reading.letters(), nameStart);
        return end > 0 && reading.wordEnd(end - 1) == end && titles.officeEndsAt(reading.letters(), end);
    }
}
