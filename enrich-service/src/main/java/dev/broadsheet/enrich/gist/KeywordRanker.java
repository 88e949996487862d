package dev.broadsheet.enrich.gist;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.WordList;
import dev.broadsheet.schema.Keyword;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranks the phrases that tell what a story is about. In the manner of RAKE (Rose et al. 2010), but over words whose part of
 * speech is known: a candidate is a name, or a longest chain of nouns and nominal words (茶叶 博览会), so that no keyword is
 * a fragment. It weighs by how often it is said, by how uncommon its words are, and by standing in the headline or the lead.
 * Pure and thread-safe.
 */
public final class KeywordRanker {

    private static final int MAX_KEYWORDS = 10;
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 12;
    private static final int MAX_WORDS = 4;
    private static final int LEAD = 150;
    private static final double IN_HEADLINE = 2.2;
    private static final double IN_LEAD = 1.3;
    private static final double ORDINARY = 1.0;
    private static final double UNCOMMON = 1.5;
    private static final double NAME = 1.6;
    /** Said again counts for less each time. */
    private static final double REPEATED = 0.7;
    /** Parts of speech a phrase may consist of: nouns, names, abbreviations, nominal verbs and adjectives, 区别词. */
    private static final Set<String> INSIDE =
            Set.of("n", "nz", "nt", "ns", "nr", "ng", "vn", "an", "j", "b", "l", "i", "eng", "");
    /** It ends on one of these. */
    private static final Set<String> LAST = Set.of("n", "nz", "nt", "ns", "nr", "ng", "j", "l", "vn", "i", "");

    /** Alone only nouns will do: 部署 by itself says nothing. */
    private static final Set<String> ALONE = Set.of("n", "nz", "nt", "ns", "nr", "j", "");

    /** 董事长, 副县长: an office is no subject; the body and the person are. */
    private static final Set<String> OFFICES = WordList.words("titles.txt");

    /** What words for people end in. */
    private static final String PEOPLE = "员者民工生师家人友";

    /** An everyday word said once, and not in the headline, is no keyword. */
    private static final int SHORT_WORD = 2;

    /**
     * The keywords of a text, best first, scores from 1 down.
     *
     * @param text the text as printed
     * @param reading the same text as the recognizer has read it
     * @param names the names in it; what the reading took for names is part of no other phrase
     * @param headlineEnd code points up to here are kicker, headline and subheadline
     * @param bylineNames reporters, who are not what the story is about
     * @param taken dates and quantities, as pairs of start and end, which are no keywords
     */
    public List<Keyword> rank(
            String text,
            Reading reading,
            List<Entity> names,
            int headlineEnd,
            Collection<String> bylineNames,
            BitSet taken) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        BitSet named = new BitSet(reading.length());
        reading.entities().forEach(entity -> named.set(entity.start(), entity.end()));
        for (Entity entity : names) {
            named.set(entity.start(), entity.end());
            add(candidates, reading, entity.start(), entity.end(), NAME, entity.type(), headlineEnd);
        }
        named.or(taken);
        phrases(candidates, reading, named, headlineEnd);
        candidates.keySet().removeAll(bylineNames);
        return ranked(text, List.copyOf(candidates.values()));
    }

    private static void phrases(Map<String, Candidate> candidates, Reading reading, BitSet named, int headlineEnd) {
        int at = 0;
        while (at < reading.length()) {
            int end = at;
            while (end < reading.length() && isPart(reading, end, named) && !(end > at && isDeed(reading, end))) {
                end = reading.wordEnd(end);
            }
            if (end > at) {
                phrase(candidates, reading, at, end, headlineEnd);
            }
            at = Math.max(end, reading.wordEnd(at));
        }
    }

    /** 路人 + 报警: behind a word for people, what may be a verb is one. */
    private static boolean isDeed(Reading reading, int at) {
        return reading.partOfSpeech(at).equals("vn") && PEOPLE.indexOf(reading.letter(at - 1)) >= 0;
    }

    /** The last words of a chain, for Chinese says what a thing is at the end: 云汀 春季 茶叶 博览会. */
    private static void phrase(Map<String, Candidate> candidates, Reading reading, int from, int to, int headlineEnd) {
        int end = to;
        while (end > from && !LAST.contains(reading.partOfSpeech(end - 1))) {
            end = Math.max(from, reading.wordStart(end - 1));
        }
        int start = end;
        int words = 0;
        double weight = 0;
        while (start > from && words < MAX_WORDS && end - reading.wordStart(start - 1) <= MAX_LENGTH) {
            start = Math.max(from, reading.wordStart(start - 1));
            weight += reading.isOrdinaryWord(start) ? ORDINARY : UNCOMMON;
            words++;
        }
        while (start < end && isTorn(reading, start)) {
            start = reading.wordEnd(start);
        }
        if (start < end && OFFICES.contains(word(reading, end - 1))) {
            return;
        }
        boolean oneWord = start < end && reading.wordEnd(start) >= end;
        if (!oneWord || ALONE.contains(reading.partOfSpeech(start))) {
            add(candidates, reading, start, end, weight / Math.sqrt(Math.max(1, words)), null, headlineEnd);
        }
    }

    /** A single character behind another letter: perhaps half of a word that the dictionary lacks (非|遗). */
    private static boolean isTorn(Reading reading, int at) {
        return reading.wordEnd(at) == at + 1 && Character.isIdeographic(reading.letter(at - 1));
    }

    private static boolean isPart(Reading reading, int at, BitSet named) {
        boolean letters = Character.isLetter(reading.letter(at));
        boolean single = reading.wordEnd(at) - reading.wordStart(at) == 1;
        String part = reading.partOfSpeech(at);
        boolean strayCharacter = single && !(part.equals("n") || part.equals("ng"));
        boolean taken = named.get(at, reading.wordEnd(at)).cardinality() > 0; // 茶|农林|水生: the cut runs into a name
        return letters && !strayCharacter && INSIDE.contains(part) && !taken && !isStop(reading, at);
    }

    private static boolean isStop(Reading reading, int at) {
        String word = word(reading, at);
        return StopWords.contains(word) || StopWords.isDeed(word);
    }

    private static String word(Reading reading, int at) {
        return reading.letters().substring(reading.wordStart(at), reading.wordEnd(at));
    }

    private static void add(
            Map<String, Candidate> candidates,
            Reading reading,
            int start,
            int end,
            double weight,
            EntityType type,
            int headlineEnd) {
        if (end - start < MIN_LENGTH || end - start > MAX_LENGTH) {
            return;
        }
        String phrase = reading.letters().substring(start, end);
        if (phrase.indexOf(' ') >= 0 || StopWords.contains(phrase)) {
            return;
        }
        Candidate candidate =
                candidates.computeIfAbsent(phrase, unseen -> new Candidate(phrase, start, end, weight, type));
        candidate.count++;
        candidate.inHeadline |= start < headlineEnd;
        candidate.inLead |= start < headlineEnd + LEAD;
    }

    private static List<Keyword> ranked(String text, List<Candidate> candidates) {
        List<Candidate> ranked = new ArrayList<>(candidates);
        ranked.removeIf(candidate -> candidate.isPassing());
        ranked.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                .thenComparingInt(candidate -> candidate.start));
        List<Keyword> keywords = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Candidate candidate : ranked) {
            // 云汀会展中心 stands beside 云汀, for both are names; 云汀会展 would not.
            boolean partOfBetter = kept.stream()
                    .anyMatch(better -> better.contains(candidate.phrase)
                            || candidate.type == null && candidate.phrase.contains(better));
            if (!partOfBetter) {
                kept.add(candidate.phrase);
                keywords.add(new Keyword(
                        candidate.printed(text),
                        candidate.score() / ranked.get(0).score()));
            }
            if (keywords.size() == MAX_KEYWORDS) {
                break;
            }
        }
        return keywords;
    }

    private static final class Candidate {
        private final String phrase;
        private final int start;
        private final int end;
        private final double weight;
        /** Null where the phrase is no name. */
        private final EntityType type;

        private int count;
        private boolean inHeadline;
        private boolean inLead;

        private Candidate(String phrase, int start, int end, double weight, EntityType type) {
            this.phrase = phrase;
            this.start = start;
            this.end = end;
            this.weight = weight;
            this.type = type;
        }

        /** Mentioned in passing: a person, or a short everyday word, said once and not in the headline. */
        private boolean isPassing() {
            boolean slight = type == EntityType.PERSON || phrase.length() <= SHORT_WORD && weight <= ORDINARY;
            return slight && count < 2 && !inHeadline;
        }

        private double score() {
            double place = inHeadline ? IN_HEADLINE : inLead ? IN_LEAD : 1;
            double length = Math.sqrt(Math.min(phrase.length(), 6));
            return weight * place * length * Math.pow(count, REPEATED);
        }

        private String printed(String text) {
            return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
        }
    }
}
