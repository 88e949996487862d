package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;

/** Tells the names of those who made a story from the people in it: （记者 某某 通讯员 某某）, 某某 摄影报道. */
final class Bylines {

    /** A byline of a dozen names; the bound keeps a page of names from being read over and over. */
    private static final int LONGEST = 60;

    private final Endings cues = Endings.load("byline-cues.txt");

    /** Whether a person stands in a byline or a credit. */
    boolean holds(Reading reading, Entity person, Spans names) {
        int before = person.start();
        while (before > 0
                && person.start() - before < LONGEST
                && (isGap(reading.letter(before - 1)) || isPerson(names.endingAt(before)))) {
            Entity other = names.endingAt(before);
            before = other == null ? before - 1 : other.start();
        }
        int cue = cues.endingAt(reading.letters(), Math.max(0, before - 8), before);
        if (cue >= 2) {
            return true;
        }
        int after = person.end();
        while (after < reading.length()
                && after - person.end() < LONGEST
                && (isGap(reading.letter(after)) || isPerson(names.at(after)))) {
            Entity other = names.at(after);
            after = other == null ? after + 1 : other.end();
        }
        boolean apart = person.start() == 0 || !Character.isLetterOrDigit(reading.letter(person.start() - 1));
        int credit = cues.startingAt(reading.letters(), after);
        return apart && credit > 0 && !Character.isLetterOrDigit(reading.letter(after + credit));
    }

    private static boolean isGap(char letter) {
        return letter == ' ' || letter == '、';
    }

    private static boolean isPerson(Entity name) {
        return name != null && name.type() == EntityType.PERSON;
    }
}
