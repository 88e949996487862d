package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.PersonalNames;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the people that the recognizer found where the print bears them out, and adds those known by a form of address. */
final class PersonRules {

    /** Foreigners have longer names than Chinese. */
    private static final int LONGEST = 20;

    private static final int COMMON_SURNAMES = 200;

    /** A person whom nothing bears out has at least a given name that people bear; of one character, a usual one. */
    private static final double LIKELY = 30;

    private static final double USUAL = 100;

    private final PersonalNames personal = PersonalNames.shared();
    private final Endings addresses = Endings.load("addresses.txt", "offices-as-addresses.txt");
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
        Set<String> names = addressed(reading, others, recognized);
        for (Entity entity : reading.entities()) {
            if (entity.type() == EntityType.PERSON && others.isFree(entity.start(), entity.end())) {
                recognized.add(entity);
                times.merge(name(reading, entity), 1, Integer::sum);
            }
        }
        for (Entity person : recognized.inOrder()) {
            String name = name(reading, person);
            boolean repeated = times.getOrDefault(name, 0) > 1
                    && common.startingAt(name, 0) > 0
                    && personal.likeness(name, 0, name.length()) >= LIKELY
                    && !isCommonWord(reading, person.start(), person.end());
            if (looksLikeAName(name) && (repeated || isBorneOut(reading, person, recognized))) {
                names.add(name);
            }
        }
        Spans people = new Spans(reading.length());
        places.forEach(others::add);
        everywhere(reading, others, people, names);
        return people.inOrder();
    }

    /** 赵女士, 何师傅, 老吴说: who is known by the surname and a form of address. */
    private Set<String> addressed(Reading reading, Spans others, Spans people) {
        Set<String> found = new HashSet<>();
        for (int at = 0; at < reading.length() - 1; at++) {
            int end = reading.wordStart(at) == at ? endOfAddressed(reading, at) : at;
            if (end > at && others.isFree(at, end) && people.add(new Entity(EntityType.PERSON, at, end))) {
                found.add(reading.letters().substring(at, end));
                at = end - 1;
            }
        }
        return found;
    }

    /** Where a surname with a form of address ends that starts at a word's start; the start where there is none. */
    private int endOfAddressed(Reading reading, int at) {
        String letters = reading.letters();
        boolean familiar = "老小".indexOf(letters.charAt(at)) >= 0
                && reading.wordEnd(at) == at + 1
                && common.startingAt(letters, at + 1) == 1
                && reading.wordEnd(at + 1) == at + 2
                && speaking.startingAt(letters, at + 2) > 0;
        boolean known =
                common.startingAt(letters, at) > 0 || reading.partOfSpeech(at).startsWith("nr");
        int surname = known && !joins(reading, at) ? personal.surnameAt(letters, at) : 0;
        int address = surname > 0 ? addresses.startingAt(letters, at + surname) : 0;
        return familiar ? at + 2 : address > 0 ? at + surname + address : at;
    }

    /** 曹师傅 in a story of 曹建国 is he, where nobody else of the surname is in it. */
    void joinAddressed(Map<String, List<Entity>> mentions) {
        Map<String, List<String>> bySurname = mentions.keySet().stream()
                .collect(Collectors.groupingBy(name -> name.substring(0, personal.surnameAt(name, 0))));
        for (List<String> namesakes : bySurname.values()) {
            Map<Boolean, List<String>> addressed =
                    namesakes.stream().collect(Collectors.partitioningBy(this::isAddressed));
            if (addressed.get(false).size() == 1) {
                List<Entity> where = mentions.get(addressed.get(false).get(0));
                addressed.get(true).forEach(name -> where.addAll(mentions.remove(name)));
                where.sort(Comparator.comparingInt(Entity::start));
            }
        }
    }

    private boolean isAddressed(String name) {
        return addresses.contains(name.substring(personal.surnameAt(name, 0)));
    }

    /** 和老师, 任书记, 连站长也: the surname is another word here. */
    private static boolean joins(Reading reading, int at) {
        return reading.isFunctionWord(at) || "任连".indexOf(reading.letter(at)) >= 0;
    }

    private static String name(Reading reading, Entity person) {
        return reading.letters().substring(person.start(), person.end());
    }

    /** A common word is nobody's name unless a title, a verb of speech or a list of names says so. */
    private boolean isBorneOut(Reading reading, Entity person, Spans people) {
        if (name(reading, person).indexOf('·') > 0) {
            return true; // nothing else is spelt like 阿里木·艾力
        }
        boolean office = roles.officeEndsAt(reading, person.start());
        boolean speaks = speaking.startingAt(reading.letters(), person.end()) > 1;
        boolean cue =
                office || speaks || roles.behind(reading, person.end()) != null || inList(reading, person, people);
        if (isCommonWord(reading, person.start(), person.end())) {
            return office
                    && (speaking.startingAt(reading.letters(), person.end()) > 0
                            || !Character.isLetterOrDigit(reading.letter(person.end()))
                            || reading.partOfSpeech(person.end()).startsWith("v"));
        }
        boolean nation = reading.letter(person.end()) == '族';
        return !nation && (cue || isLikelyName(reading, person));
    }

    private boolean isLikelyName(Reading reading, Entity person) {
        String letters = reading.letters();
        int surname = personal.surnameAt(letters, person.start());
        boolean usualSurname = surname > 1 || common.startingAt(letters, person.start()) > 0;
        boolean titled = roles.endsAt(reading, person.start());
        boolean brief = person.length() - surname < 2;
        double enough = usualSurname && titled ? 0 : usualSurname && !brief || titled ? LIKELY : USUAL;
        return (usualSurname || titled || !brief) && personal.likeness(letters, person.start(), person.end()) >= enough
                || letters.charAt(person.start() + 1) == '某' // 孙某, 李某某: the given name is withheld
                || letters.charAt(person.start()) == '阿' && person.length() == 2 // 阿明
                || person.length() > 2 && personal.isTransliteration(letters, person.start(), person.end());
    }

    /**
     * Whether the stretch is made of words of the language, one of them of two characters or more: 幸福, 康复 + 难. The
     * dictionary's own tag for personal names is no help, it takes many words of this kind for names.
     */
    private boolean isCommonWord(Reading reading, int start, int end) {
        boolean surnameApart = reading.wordEnd(start) == start + personal.surnameAt(reading.letters(), start)
                || reading.partOfSpeech(start).startsWith("nr") && reading.wordEnd(start) < end;
        if (surnameApart && personal.likeness(reading.letters(), start, end) >= USUAL) {
            return false; // 黄|建军
        }
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
        return name.length() > 2 || name.length() == 2 && personal.surnameAt(name, 0) > 0;
    }

    /** A name borne out once is that person wherever it is printed again. */
    private static void everywhere(Reading reading, Spans others, Spans people, Set<String> names) {
        Repeats known = new Repeats(names, LONGEST);
        for (int start = 0; start < reading.length(); start++) {
            int length = known.startingAt(reading.letters(), start);
            if (length >= 2 && others.isFree(start, start + length)) {
                people.add(new Entity(EntityType.PERSON, start, start + length));
            }
        }
    }
}
