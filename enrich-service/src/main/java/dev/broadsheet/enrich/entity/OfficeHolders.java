package dev.broadsheet.enrich.entity;

import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.PersonalNames;
import dev.broadsheet.enrich.gazetteer.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * The people whom the tagger passed over, or cut within their names, behind their offices. Papers print the office in front
 * of its holder (市长严可仕出席会议), so a surname right behind one, with a given name that people bear and then a mark or
 * what people do, is a person, known to the dictionary or not; and so is the next of a list (市领导魏东、季光明).
 */
final class OfficeHolders {

    /** Behind an office or in a list a name may be an unusual one. */
    private static final double LIKELY = 15;

    /** A calling (果农, 学生) stands before other words as often as before names, so it needs a usual one. */
    private static final double USUAL = 60;

    private static final int LONGEST_GIVEN = 2;

    private final PersonalNames names = PersonalNames.shared();
    private final Titles titles = Titles.shared();
    private final Endings addresses = Endings.load("addresses.txt", "offices-as-addresses.txt");
    private final Endings speaking = Endings.load("speaking.txt");

    /** The names of a reading with those people added, in order, none overlapping. */
    List<Entity> added(Reading reading) {
        List<Entity> found = new ArrayList<>();
        int next = 0;
        for (int at = 1; at < reading.length(); at++) {
            while (next < reading.entities().size()
                    && reading.entities().get(next).end() <= at) {
                addFree(found, reading.entities().get(next++));
            }
            Entity here = next < reading.entities().size() ? reading.entities().get(next) : null;
            boolean covered = here != null && here.start() < at;
            if (!covered && names.surnameAt(reading.letters(), at) > 0) {
                Entity holder = holder(reading, at, last(found), here);
                if (holder != null && mayReplace(reading, holder, next)) {
                    found.add(holder);
                    at = holder.end() - 1;
                }
            }
        }
        reading.entities().subList(next, reading.entities().size()).forEach(entity -> addFree(found, entity));
        return found;
    }

    private static Entity last(List<Entity> found) {
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }

    private static void addFree(List<Entity> found, Entity entity) {
        Entity last = last(found);
        if (last == null || last.end() <= entity.start()) {
            found.add(entity);
        }
    }

    /**
     * The person whose name starts at a position behind an office, a calling or another person of a list, or with a compound
     * surname, or with the surname that the tagger found alone; null for none.
     *
     * @param before the name found last; null for none
     * @param here the tagger's next name; null for none
     */
    private Entity holder(Reading reading, int at, Entity before, Entity here) {
        String letters = reading.letters();
        int unqualified = titles.beforeBrackets(letters, at);
        int title = titles.endingAt(letters, unqualified);
        boolean listed = reading.letter(at - 1) == '、' && isPerson(before) && before.end() == at - 1;
        int given = at + names.surnameAt(letters, at);
        boolean compound = given - at > 1; // 申屠, 欧阳: few words begin so
        boolean surnameOnly = here != null && here.start() == at && here.end() == given && isPerson(here);
        boolean titled = title > 0 && reading.wordStart(at) > at - title; // 领导班子 is one word
        boolean expected = titled || listed || compound || surnameOnly && !isAddressed(reading, given);
        if (!expected) {
            return null;
        }
        boolean office = titles.officeEndsAt(letters, unqualified) && reading.wordStart(at) == at;
        for (int end = Math.min(reading.length(), given + LONGEST_GIVEN); end > given; end--) {
            double enough = office || listed || compound ? LIKELY : USUAL;
            if (names.likeness(letters, at, end) >= enough
                    && !isWord(reading, at, given, end)
                    && isClosed(reading, end)) {
                return new Entity(EntityType.PERSON, at, end);
            }
        }
        return null;
    }

    private static boolean isPerson(Entity entity) {
        return entity != null && entity.type() == EntityType.PERSON;
    }

    /** 童|女士, 李|局长: the tagger is right that the name is the surname. */
    private boolean isAddressed(Reading reading, int at) {
        return addresses.startingAt(reading.letters(), at) > 0 || titles.startingAt(reading.letters(), at) > 0;
    }

    /** 书记|严守|纪律, 书记|和|群众, 大使|和|新任 tell of no person: the surname belongs to a word, or joins two, or the end cuts one. */
    private boolean isWord(Reading reading, int at, int given, int end) {
        boolean acts = !Character.isLetterOrDigit(reading.letter(end))
                || speaking.startingAt(reading.letters(), end) > 1; // 会长|严守|正|出席 is cut wrong
        boolean longer = !acts
                && reading.wordStart(at) == at
                && reading.wordEnd(at) > given
                && reading.isOrdinaryWord(at)
                && !reading.partOfSpeech(at).startsWith("nr");
        boolean joins = reading.isFunctionWord(at) && reading.wordEnd(given) == end && reading.isOrdinaryWord(given);
        boolean cut = reading.wordEnd(end - 1) > end && reading.isOrdinaryWord(end - 1);
        return longer || joins || cut;
    }

    private boolean isClosed(Reading reading, int end) {
        boolean verb = end < reading.length() && reading.wordStart(end) == end && isVerbOrJoins(reading, end);
        return verb
                || reading.letter(end + 1) == '着' // 盯着
                || !Character.isLetterOrDigit(reading.letter(end))
                || speaking.startingAt(reading.letters(), end) > 0;
    }

    /** 李哲盯: the tagger ran on into what the person does. */
    private boolean isNoName(Reading reading, Entity person) {
        return person.length() <= LONGEST_GIVEN + 1
                && names.likeness(reading.letters(), person.start(), person.end()) == 0;
    }

    private static boolean isVerbOrJoins(Reading reading, int at) {
        return reading.partOfSpeech(at).startsWith("v") || reading.isFunctionWord(at);
    }

    /** Whether what the tagger found there is nothing, or a piece of this name. */
    private boolean mayReplace(Reading reading, Entity holder, int next) {
        for (Entity other : reading.entities().subList(next, reading.entities().size())) {
            if (other.start() >= holder.end()) {
                return true;
            }
            boolean piece =
                    holder.contains(other) && (other.type() == EntityType.PERSON || other.length() < holder.length());
            boolean overrun = other.contains(holder) && other.type() == EntityType.PERSON && isNoName(reading, other);
            if (!piece && !overrun) {
                return false;
            }
        }
        return true;
    }
}
