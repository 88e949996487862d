package dev.broadsheet.segment;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How well the words of a paragraph go with those of a story: by how much likelier its pairs of characters are in the story
 * than on the whole page, the two mixed. That is the query likelihood of Ponte and Croft (1998), smoothed as by Jelinek and
 * Mercer; a name that the story says twice and no other text of the page outweighs all that newspapers say every day.
 */
final class Kinship {

    /** How much a story's own words count against those of the page. */
    private static final double OWN = 0.4;

    /** A story of fewer pairs says little of what it is about. */
    private static final int FEWEST = 20;

    /** A sentence of so many letters is not said twice by chance. */
    private static final int SENTENCE = 12;

    private static final Words NOTHING = new Words();

    private final Words page = new Words();

    /** The pairs of characters of a text, and how often each stands there. */
    static final class Words {

        private final Map<Integer, Integer> counts;
        private final Set<String> sentences = new HashSet<>();
        private int all;

        private Words(Map<Integer, Integer> counts) {
            this.counts = counts;
            this.all = counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** No words yet. */
        Words() {
            this(new HashMap<>());
        }

        /** @param text folded */
        static Words of(String text) {
            Words words = new Words(Overlap.count(text));
            int from = 0;
            for (int to = 0; to <= text.length(); to++) {
                if (to == text.length() || text.charAt(to) == '\n' || Glyphs.isStop(text.charAt(to))) {
                    if (to - from >= SENTENCE) {
                        words.sentences.add(text.substring(from, to));
                    }
                    from = to + 1;
                }
            }
            return words;
        }

        void add(Words others) {
            others.counts.forEach(this::add);
            sentences.addAll(others.sentences);
        }

        /** @param others part of these words */
        void remove(Words others) {
            others.counts.forEach((pair, times) -> add(pair, -times));
            sentences.removeAll(others.sentences);
        }

        /** Whether a sentence of theirs is among the others', word for word, as where the scan copied it. */
        boolean isCopied(Words others) {
            return !Collections.disjoint(sentences, others.sentences);
        }

        private void add(int pair, int times) {
            counts.merge(pair, times, Integer::sum);
            all += times;
        }
    }

    /** Adds a paragraph to the page. */
    void add(Words paragraph) {
        page.add(paragraph);
    }

    /**
     * In nats, 0 where the two share nothing.
     *
     * @param paragraph of the page
     */
    double of(Words paragraph, Words story) {
        return of(paragraph, story, NOTHING);
    }

    /**
     * The same with the story but for a part of it.
     *
     * @param part words of the story
     */
    double of(Words paragraph, Words story, Words part) {
        double sum = 0;
        int all = Math.max(FEWEST, story.all - part.all);
        for (int pair : paragraph.counts.keySet()) {
            int times = story.counts.getOrDefault(pair, 0) - part.counts.getOrDefault(pair, 0);
            if (times > 0) {
                double usual = (double) page.counts.get(pair) / page.all;
                sum += Math.log1p(OWN * times / all / usual);
            }
        }
        return sum;
    }
}
