package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the people that the recognizer found where the print bears them out, and adds those it passed over. */
final class PersonRules {

    private static final int LONGEST_CHINESE = 4;
    private static final int LONGEST_USUAL = 3;
    private static final int COMMON_SURNAMES = 200;

    private final Endings surnames = Endings.load("surnames.txt");
    /** Other surnames are ordinary words as well (来, 楼, 师): alone they prove nobody. */
    private final Endings common = Endings.of(
            WordList.words("surnames.txt").stream().limit(COMMON_SURNAMES).collect(Collectors.toUnmodifiableSet()));

    private final Endings speaking = Endings.load("speaking.txt");
    private final RoleReader roles;

    PersonRules(RoleReader roles) {
        this.roles = roles;
    }

    /** Mentions of people, in order, none where another name stands. */
    List<Entity> people(Reading reading, List<Entity> organizations, List<Entity> places) {
        Spans others = Spans.of(reading.length(), organizations);
        Spans recognized = new Spans(reading.length());
        Map<String, Integer> times = new HashMap<>();
        for (Entity entity : reading.entities()) {
            if (entity.type() == EntityType.PERSON && others.isFree(entity.start(), entity.end())) {
                recognized.add(entity);
                times.merge(name(reading, entity), 1, Integer::sum);
            }
        }
        Set<String> names = new HashSet<>();
        for (Entity person : recognized.inOrder()) {
            String name = name(reading, person);
            boolean repeated = times.get(name) > 1
                    && common.startingAt(name, 0) > 0
                    && !isCommonWord(reading, person.start(), person.end());
            if (looksLikeAName(name) && (repeated || isBorneOut(reading, person, recognized))) {
                names.add(name);
            }
        }
        Spans people = new Spans(reading.length());
        recognized.inOrder().stream()
                .filter(person -> names.contains(name(reading, person)))
                .forEach(people::add);
        places.forEach(others::add);
        afterTitles(reading, others, people, names);
        everywhereElse(reading, others, people, names);
        return people.inOrder();
    }

    private static String name(Reading reading, Entity person) {
        return reading.letters().substring(person.start(), person.end());
    }

    /** A common word is nobody's name unless a title, a verb of speech or a list of names says so. */
    private boolean isBorneOut(Reading reading, Entity person, Spans people) {
        boolean office = roles.officeEndsAt(reading, person.start());
        boolean speaks = speaking.startingAt(reading.letters(), person.end()) > 1;
        boolean cue =
                office || speaks || roles.behind(reading, person.end()) != null || inList(reading, person, people);
        if (isCommonWord(reading, person.start(), person.end())) {
            return office
                    && (speaking.startingAt(reading.letters(), person.end()) > 0
                            || !Character.isLetterOrDigit(reading.letter(person.end())));
        }
        boolean foreign = person.length() > 3 || surnames.startingAt(reading.letters(), person.start()) == 0;
        boolean nation = reading.letter(person.end()) == '族';
        return !nation
                && (cue || foreign && person.length() > 2 || common.startingAt(reading.letters(), person.start()) > 0);
    }

    /**
     * Whether the stretch is made of words of the language, one of them of two characters or more: 幸福, 康复 + 难. The
     * dictionary's own tag for personal names is no help, it takes many words of this kind for names.
     */
    private static boolean isCommonWord(Reading reading, int start, int end) {
        boolean longWord = false;
        for (int at = start; at < end; at = reading.wordEnd(at)) {
            boolean one = reading.wordEnd(at) - reading.wordStart(at) == 1;
            boolean idiom = "il".contains(reading.partOfSpeech(at))
                    && !reading.partOfSpeech(at).isEmpty();
            if (!one
                    && !idiom
                    && (!reading.isOrdinaryWord(at) || reading.partOfSpeech(at).equals("ns"))) {
                return false;
            }
            longWord |= !one;
        }
        return longWord;
    }

    private static boolean inList(Reading reading, Entity person, Spans people) {
        boolean after = reading.letter(person.start() - 1) == '、' && people.endingAt(person.start() - 1) != null;
        boolean before = reading.letter(person.end()) == '、' && people.at(person.end() + 1) != null;
        return after || before;
    }

    private boolean looksLikeAName(String name) {
        return name.length() > 2 || name.length() == 2 && surnames.startingAt(name, 0) > 0;
    }

    /** …局长 + surname + one or two characters + a mark or a verb: somebody, known to the dictionary or not. */
    private void afterTitles(Reading reading, Spans others, Spans people, Set<String> names) {
        for (int at = 2; at < reading.length() - 1; at++) {
            if (people.at(at) != null || surnames.startingAt(reading.letters(), at) == 0) {
                continue;
            }
            int end = endOfName(reading, others, people, at);
            if (end > at && people.add(new Entity(EntityType.PERSON, at, end))) {
                names.add(reading.letters().substring(at, end));
            }
        }
    }

    private int endOfName(Reading reading, Spans others, Spans people, int start) {
        boolean listed = reading.letter(start - 1) == '、' && people.endingAt(start - 1) != null;
        boolean cued = listed || roles.officeEndsAt(reading, start);
        for (int end = Math.min(reading.length(), start + LONGEST_USUAL); end >= start + 2; end--) {
            boolean letters = others.isFree(start, end)
                    && reading.letters().substring(start, end).chars().allMatch(Character::isIdeographic);
            if (letters && isName(reading, people, start, end, listed, cued)) {
                return end;
            }
        }
        return start;
    }

    private boolean isName(Reading reading, Spans people, int start, int end, boolean listed, boolean cued) {
        // 甲某、季光明、乙某: between two names of a list even words of the language are one.
        boolean enclosed = listed && reading.letter(end) == '、' && people.at(end + 1) != null;
        if (enclosed || isCommonWord(reading, start, end) && !isNamedLikeWords(reading, start, end)) {
            return enclosed;
        }
        boolean closed =
                !Character.isLetterOrDigit(reading.letter(end)) || speaking.startingAt(reading.letters(), end) > 0;
        // 林某某（某医院主任医师）
        boolean described =
                reading.wordStart(start) == start && reading.letter(end) == '(' && roles.behind(reading, end) != null;
        return cued && closed || described;
    }

    /** 严|守正: a surname and a given name that are several words; 严守|底线 is cut elsewhere. */
    private boolean isNamedLikeWords(Reading reading, int start, int end) {
        return end - start == LONGEST_USUAL
                && reading.wordEnd(start) < end
                && reading.wordEnd(end - 1) == end
                && common.startingAt(reading.letters(), start) > 0;
    }

    /** A name borne out once is that person wherever it is printed again. */
    private static void everywhereElse(Reading reading, Spans others, Spans people, Set<String> names) {
        Repeats known = new Repeats(names, LONGEST_CHINESE);
        for (int start = 0; start < reading.length(); start++) {
            int length = known.startingAt(reading.letters(), start);
            if (length >= 2 && others.isFree(start, start + length)) {
                people.add(new Entity(EntityType.PERSON, start, start + length));
            }
        }
    }
}
