package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The bodies of party and state that a local paper names by their level alone: 市委, 省政府, 区卫健局. A list holds the
 * bodies with short names of their own; bureaus with long ones (市市场监督管理局) are told by their ending.
 */
final class LocalBodies {

    private static final int LONGEST_BUREAU = 14;
    private static final String LEVELS = "省市州县区旗镇乡村";
    /** 我市, 全省, 各县: a level that belongs to the word before it. */
    private static final String NO_LEVEL_AFTER = "我全各本该某两跨外异邻同每一这那在进出回城个名条座几数多";

    private static final Endings NATIONAL_LEVELS = Endings.of(Set.of("国家", "全国", "自治区", "自治州", "街道"));

    private final Map<String, String> fullNames = new HashMap<>();
    private final Endings bodies;
    private final Endings titles = Endings.load("titles.txt");
    private final Endings finite = Endings.load("finite-verbs.txt");
    private final Endings bureaus =
            Endings.of(Set.of("局", "委员会", "委", "办公室", "厅", "中心", "总工会", "协会", "联合会", "医院", "图书馆", "博物馆", "党校"));

    LocalBodies() {
        for (String line : WordList.lines("bodies.tsv")) {
            String[] fields = line.split("\t");
            fullNames.put(fields[0], fields[1]);
        }
        bodies = Endings.of(fullNames.keySet());
    }

    /** Where a level ends that starts at a position and is no part of a longer word; -1 where none does. */
    int endOfLevel(Reading reading, int at) {
        if (reading.wordStart(at) != at) {
            return -1;
        }
        boolean level = LEVELS.indexOf(reading.letter(at)) >= 0 && NO_LEVEL_AFTER.indexOf(reading.letter(at - 1)) < 0;
        int end = reading.wordEnd(at);
        return level ? at + 1 : NATIONAL_LEVELS.contains(reading.letters(), at, end) ? end : -1;
    }

    /** Whether a body follows at once behind a place or level that ends here. */
    boolean follows(Reading reading, int at) {
        return bodies.startingAt(reading.letters(), at) > 0;
    }

    /** Whether a body named by its level alone starts here. */
    boolean startsAt(Reading reading, int at) {
        int end = endOfLevel(reading, at);
        return end > 0 && bodies.startingAt(reading.letters(), end) > 0;
    }

    /**
     * Where a body ends whose level (or place) ends at {@code at}.
     *
     * @return end, exclusive; -1 where no body follows
     */
    int reach(Reading reading, int at) {
        int body = bodies.startingAt(reading.letters(), at);
        if (body > 0 && endsThere(reading, at + body)) {
            return at + body;
        }
        return bureau(reading, at);
    }

    /** 市委员 (a member) is not 市委; 市委书记 (its secretary) is. */
    private static boolean endsThere(Reading reading, int end) {
        return !(reading.letter(end - 1) == '委' && reading.letter(end) == '员');
    }

    private int bureau(Reading reading, int at) {
        int position = at;
        while (position < reading.length() && position - at < LONGEST_BUREAU) {
            int word = reading.wordEnd(position);
            if (titles.contains(reading.letters(), position, word)
                    || finite.contains(reading.letters(), position, word)) {
                return -1;
            }
            boolean and = reading.letter(position) == '和' && position > at + 1;
            if (!and
                    && !NameWords.nominal(reading, position)
                    && !NameWords.verbOfTwo(reading, position)
                    && "局厅办委".indexOf(reading.letter(position)) < 0) {
                return -1;
            }
            position = reading.wordEnd(position);
            int ending = bureaus.endingAt(reading.letters(), at, position);
            if (ending > 0 && position - at >= ending + 2) {
                return position;
            }
        }
        return -1;
    }

    /**
     * Full name of a body of a division.
     *
     * @param name as printed, level first: 市政府
     * @return null where papers print no other name
     */
    String fullName(String name, String division) {
        String pattern = fullNames.get(name.substring(1));
        return pattern == null || pattern.equals("-") ? null : pattern.replace("{}", division);
    }
}
