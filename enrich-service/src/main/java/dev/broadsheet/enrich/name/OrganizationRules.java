package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Endings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the organizations right that the recognizer found, which has learned from a national paper, and adds what a local
 * paper prints: bodies named by their level alone, names that go on behind a place, names in quotation marks.
 */
final class OrganizationRules {

    private static final int NONE = -1;
    private static final int LONGEST_GAP = 6;
    private static final int LONGEST_FIELD = 3;
    private static final int LONGEST_QUOTED = 16;

    private final Endings descriptors = Endings.load("descriptors.txt");
    private final Endings fields = Endings.load("fields.txt");
    private final Endings finite = Endings.load("finite-verbs.txt");
    private final Endings agencies = Endings.load("agencies.txt");
    private final InstitutionRules institutions;
    private final LocalBodies bodies;

    OrganizationRules(InstitutionRules institutions, LocalBodies bodies) {
        this.institutions = institutions;
        this.bodies = bodies;
    }

    /** The organizations of a text, in order, none overlapping. */
    List<Entity> organizations(Reading reading, List<Entity> placeList) {
        Spans places = Spans.of(reading.length(), placeList);
        List<Entity> candidates = new ArrayList<>();
        recognized(reading, places, candidates);
        behindPlaces(reading, placeList, candidates);
        byLevel(reading, places, candidates);
        quoted(reading, candidates);
        unknownNames(reading, candidates);
        List<Entity> organizations = new ArrayList<>();
        for (Entity candidate : longestFirstAtEachPlace(candidates)) {
            Entity whole = institutions.institutionOf(reading, undescribed(reading, candidate));
            String name = reading.letters().substring(whole.start(), whole.end());
            if (whole.length() > 1
                    && Character.isLetterOrDigit(reading.letter(whole.start()))
                    && !institutions.isGeneric(name)
                    && !isSource(reading, whole)
                    && !isField(reading, whole)
                    && !isMany(reading, whole)) {
                organizations.add(whole);
            }
        }
        return organizations;
    }

    private Entity undescribed(Reading reading, Entity organization) {
        int start = organization.start();
        int second = reading.wordEnd(start);
        // 牢记省委, 经云汀海关: the verb or the particle in front is no part of the body.
        boolean more = second < organization.end();
        boolean verb = more
                && bodies.startsAt(reading, second)
                && reading.partOfSpeech(start).startsWith("v");
        if (verb || more && leads(reading, start, second)) {
            start = second;
        }
        while (reading.wordEnd(start) < organization.end()
                && descriptors.contains(reading.letters(), start, reading.wordEnd(start))) {
            start = reading.wordEnd(start);
        }
        // 党中央部署: a body the dictionary knows, and what it does.
        boolean body = reading.partOfSpeech(start).equals("nt") && reading.wordEnd(start) < organization.end();
        boolean whole = !body || institutions.ends(reading, start, organization.end());
        return new Entity(organization.type(), start, whole ? organization.end() : reading.wordEnd(start));
    }

    private boolean leads(Reading reading, int from, int end) {
        return finite.contains(reading.letters(), from, end)
                || end == from + 1 && reading.partOfSpeech(from).equals("p");
    }

    /** 据新华社北京电: where the story comes from. */
    private boolean isSource(Reading reading, Entity organization) {
        String letters = reading.letters();
        boolean cited = reading.letter(organization.start() - 1) == '据' || letters.startsWith("记者", organization.end());
        return cited && agencies.contains(letters, organization.start(), organization.end());
    }

    /** 人社部门, 民政领域: what all such bodies are about, and none of them. */
    private boolean isField(Reading reading, Entity organization) {
        return organization.length() <= LONGEST_FIELD && fields.startingAt(reading.letters(), organization.end()) > 0;
    }

    /** “暖心驿站”30家: a kind of house, not one of them. */
    private static boolean isMany(Reading reading, Entity organization) {
        return reading.letter(organization.end()) == '”' && Character.isDigit(reading.letter(organization.end() + 1));
    }

    private static List<Entity> longestFirstAtEachPlace(List<Entity> candidates) {
        candidates.sort(Comparator.comparingInt(Entity::start).thenComparing(Entity::end, Comparator.reverseOrder()));
        List<Entity> kept = new ArrayList<>();
        int free = 0;
        for (Entity candidate : candidates) {
            if (candidate.start() >= free) {
                kept.add(candidate);
                free = candidate.end();
            }
        }
        return kept;
    }

    private void recognized(Reading reading, Spans places, List<Entity> candidates) {
        for (Entity entity : reading.entities()) {
            boolean school = entity.type() != EntityType.ORGANIZATION && isInstitution(reading, entity);
            Entity place = places.at(entity.start());
            boolean city = place != null && place.start() == entity.start() && place.end() >= entity.end();
            if (city && !school) {
                continue;
            }
            if (entity.type() == EntityType.ORGANIZATION || school) {
                for (Entity found : parts(reading, entity)) {
                    Entity part = atWords(reading, found);
                    int start = startWithLevel(reading, startWithPlace(reading, places, part));
                    start = wholeCounty(reading, behindBracket(reading, start, part.end()));
                    int reached = Math.max(part.end(), institutions.reach(reading, start, part.end()));
                    candidates.add(new Entity(EntityType.ORGANIZATION, start, reached));
                }
            }
        }
    }

    /** 云汀幼儿园 is an organization even where the recognizer took it for a place or a person. */
    private boolean isInstitution(Reading reading, Entity entity) {
        int end = institutions.reach(reading, entity.start(), entity.end());
        boolean goesOn = entity.type() == EntityType.PERSON && end > 0 && end - entity.end() <= 4;
        return goesOn || institutions.endsInstitution(reading.letters(), entity.start() + 1, entity.end());
    }

    /** 市卫健局联合市教育局, 文化馆、图书馆: two bodies that the recognizer ran together, or one and what it does (学院共建实验室). */
    private List<Entity> parts(Reading reading, Entity entity) {
        List<Entity> parts = new ArrayList<>();
        int start = entity.start();
        for (int at = start; at < entity.end(); at = reading.wordEnd(at)) {
            boolean mark = reading.letter(at) == '、' || reading.letter(at) == '“' || reading.letter(at) == '”';
            boolean verb = reading.partOfSpeech(at).equals("v")
                    && at > start
                    && reading.wordEnd(at) < entity.end()
                    && bodies.endOfLevel(reading, reading.wordEnd(at)) != NONE;
            boolean joint = at > start && institutions.ends(reading, start, at) && institutions.isOver(reading, at);
            if (joint && InstitutionRules.isFloor(reading, at)) {
                addPart(parts, start, at);
                return parts;
            }
            boolean within = "内里外".indexOf(reading.letter(at)) >= 0 && reading.wordEnd(at) == at + 1 && at > start;
            if (mark || verb || joint || within) {
                addPart(parts, start, at);
                start = reading.wordEnd(at);
            }
        }
        addPart(parts, start, entity.end());
        return parts;
    }

    private static void addPart(List<Entity> parts, int start, int end) {
        if (end > start) {
            parts.add(new Entity(EntityType.ORGANIZATION, start, end));
        }
    }

    /** 商|业银行 begins with its noun, and 第一中学校|友 ends before it: the recognizer cut these within a word. */
    private Entity atWords(Reading reading, Entity part) {
        int start = reading.wordStart(part.start());
        boolean begins = start < part.start() && reading.partOfSpeech(start).startsWith("n");
        int end = reading.wordStart(part.end() - 1);
        boolean ends = reading.wordEnd(end) > part.end() && institutions.ends(reading, part.start(), end);
        return new Entity(part.type(), begins ? start : part.start(), ends ? end : part.end());
    }

    /** 云汀 + 智能制造 + 职教集团: a place shortly before, with nouns between, is part of the name. */
    private static int startWithPlace(Reading reading, Spans places, Entity part) {
        for (int at = part.start(); at >= 0 && part.start() - at <= LONGEST_GAP; at--) {
            Entity place = places.at(at);
            if (place != null) {
                boolean covers = place.end() > part.start();
                boolean own = !covers && place.end() == part.start() && places.at(part.start()) != null;
                boolean joined = covers || !own && nominal(reading, place.end(), part.start());
                return joined ? Math.min(place.start(), part.start()) : part.start();
            }
        }
        return part.start();
    }

    /** 台商 + 区第一中学: a level stands behind the name of what it is the level of. */
    private static int startWithLevel(Reading reading, int start) {
        boolean level = "市县区镇".indexOf(reading.letter(start)) >= 0 && start > 1 && reading.letter(start - 1) != '\n';
        boolean named = level
                && start - reading.wordStart(start - 1) > 1
                && reading.partOfSpeech(start - 1).startsWith("n");
        return named ? reading.wordStart(start - 1) : start;
    }

    /** 望|湖县法院, 望|湖|县法院: a county has a name of two characters at least, though the recognizer cut it and no list knows it. */
    private int wholeCounty(Reading reading, int start) {
        int level = start;
        while (level < start + 2 && "县市区镇乡".indexOf(reading.letter(level)) < 0) {
            level++;
        }
        boolean cut = level < start + 2 && (level > start || bodies.endOfLevel(reading, level) != NONE);
        int at = start;
        while (cut && level - at < 2 && mayBegin(reading, at - 1)) {
            at--;
        }
        return level - at == 2 ? at : start;
    }

    /** A character that is a word of its own to the dictionary; a verb only where a clause begins (来|湖县 is no county). */
    private static boolean mayBegin(Reading reading, int at) {
        boolean single = at >= 0
                && Character.isIdeographic(reading.letter(at))
                && reading.wordEnd(at) - reading.wordStart(at) == 1
                && !reading.isFunctionWord(at);
        return single && (NameWords.nominal(reading, at) || !Character.isIdeographic(reading.letter(at - 1)));
    }

    /** 闽海（云汀）图书馆: what stands in brackets within a name is no start of it. */
    private static int behindBracket(Reading reading, int start, int end) {
        boolean within = start > 1
                && reading.letter(start - 1) == '('
                && reading.letters().substring(start, end).indexOf(')') > 0;
        if (!within) {
            return start;
        }
        int at = start - 1;
        while (at > 0 && start - at <= LONGEST_GAP && NameWords.nominal(reading, at - 1)) {
            at = reading.wordStart(at - 1);
        }
        return at;
    }

    private static boolean nominal(Reading reading, int from, int to) {
        for (int at = from; at < to; at = reading.wordEnd(at)) {
            if (!NameWords.nominal(reading, at)) {
                return false;
            }
        }
        return true;
    }

    private void behindPlaces(Reading reading, List<Entity> places, List<Entity> candidates) {
        Spans all = Spans.of(reading.length(), places);
        for (Entity place : places) {
            int reached = Math.max(
                    institutions.reach(reading, place.start(), place.end()), bodies.reach(reading, place.end()));
            // 福建 + 云汀市政府: the nearer place is the body's own.
            if (reached != NONE && all.at(place.end()) == null) {
                candidates.add(new Entity(EntityType.ORGANIZATION, place.start(), reached));
            }
        }
    }

    private void byLevel(Reading reading, Spans places, List<Entity> candidates) {
        for (int at = 0; at < reading.length(); at++) {
            int level = bodies.endOfLevel(reading, at);
            if (level != NONE) {
                int reached = bodies.reach(reading, level);
                if (reached != NONE && places.isFree(level, reached)) {
                    candidates.add(new Entity(EntityType.ORGANIZATION, placeBefore(places, at), reached));
                }
            }
        }
    }

    private static int placeBefore(Spans places, int at) {
        Entity place = places.endingAt(at);
        return place == null ? at : place.start();
    }

    /** “暖心驿站”揭牌: a name of its own in quotation marks; “驿站”30家 are many. */
    private void quoted(Reading reading, List<Entity> candidates) {
        String letters = reading.letters();
        for (int open = letters.indexOf('“'); open >= 0; open = letters.indexOf('“', open + 1)) {
            int close = reading.find('”', open + 1, open + 1 + LONGEST_QUOTED);
            boolean brief = close > open + 4;
            if (brief
                    && nominalOrVerb(reading, open + 1, close)
                    && institutions.endsInstitution(letters, open + 2, close)
                    && !Character.isDigit(reading.letter(close + 1))) {
                candidates.add(new Entity(EntityType.ORGANIZATION, open + 1, close));
            }
        }
    }

    private static boolean nominalOrVerb(Reading reading, int from, int to) {
        for (int at = from; at < to; at = reading.wordEnd(at)) {
            if (!NameWords.nominal(reading, at) && !NameWords.verbOfTwo(reading, at)) {
                return false;
            }
        }
        return true;
    }

    /** 锦溪校区: two or three characters that make no word, before the end of an institution's name. */
    private void unknownNames(Reading reading, List<Entity> candidates) {
        for (int at = 2; at < reading.length(); at++) {
            int end = reading.wordEnd(at);
            boolean ending =
                    reading.wordStart(at) == at && end - at >= 2 && institutions.isEnding(reading.letters(), at, end);
            if (!ending) {
                continue;
            }
            int start = at;
            while (start > 0 && at - start < 3 && isSingle(reading, start - 1)) {
                start--;
            }
            if (at - start >= 2) {
                candidates.add(new Entity(EntityType.ORGANIZATION, start, end));
            }
        }
    }

    private static boolean isSingle(Reading reading, int at) {
        return Character.isIdeographic(reading.letter(at))
                && reading.wordEnd(at) - reading.wordStart(at) == 1
                && NameWords.nominal(reading, at);
    }
}
