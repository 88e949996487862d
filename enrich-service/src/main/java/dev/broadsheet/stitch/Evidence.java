package dev.broadsheet.stitch;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs how much speaks for one half being the continuation of another, beside the page numbers. */
final class Evidence {

    /** A headline printed again over the continuation settles almost everything. */
    private static final double HEADLINE_REPEATED = 2.0;

    /** A headline of another story over a continuation: the jump line may belong to something else. */
    private static final double HEADLINE_OF_ANOTHER = -0.5;

    private static final double REPEATED = 0.5;
    private static final double ANOTHER = 0.15;
    private static final double NAMES_THE_PAGE = 0.1;
    private static final double COMPLETES = 0.2;
    private static final double CONTRADICTS = -0.25;
    private static final double WORD_CUT = 0.1;
    private static final double LONG_WORD_CUT = 0.25;

    private final Map<String, Integer> halvesWith = new HashMap<>();
    private final int halves;

    Evidence(Collection<Half> all) {
        halves = all.size();
        all.forEach(half -> half.bigrams().forEach(bigram -> halvesWith.merge(bigram, 1, Integer::sum)));
    }

    /**
     * What speaks for a pair.
     *
     * @param score the higher the better; unrelated halves are around 0.05
     * @param reasons for a human reader
     */
    record Weight(double score, List<String> reasons) {}

    Weight weigh(Half head, Half tail) {
        List<String> reasons = new ArrayList<>();
        reasons.add("page numbers agree");
        double score = likeness(head.bigrams(), tail.bigrams());
        if (tail.names(head)) {
            score += NAMES_THE_PAGE;
        }
        score += headline(head.article(), tail.article(), reasons);
        score += joint(new Joint(head.ending(), tail.beginning()), head, tail, reasons);
        return new Weight(score, reasons);
    }

    /** Share of the smaller vocabulary that is in the other, rare words weighing more. */
    private double likeness(Set<String> head, Set<String> tail) {
        Set<String> smaller = head.size() <= tail.size() ? head : tail;
        Set<String> larger = smaller == head ? tail : head;
        double shared = 0;
        double total = 0;
        for (String bigram : smaller) {
            double weight = Math.log(1.0 + (double) halves / halvesWith.getOrDefault(bigram, 1));
            total += weight;
            shared += larger.contains(bigram) ? weight : 0;
        }
        return total == 0 ? 0 : shared / total;
    }

    private static double headline(Article head, Article tail, List<String> reasons) {
        if (tail.getHeadline() == null || head.getHeadline() == null) {
            return 0;
        }
        Set<String> repeated = Half.bigrams(tail.getHeadline());
        if (repeated.isEmpty()) {
            return 0;
        }
        String above = String.join(
                " ",
                new ArticleText(head.getKicker(), head.getHeadline(), head.getSubheadline(), List.of(), List.of())
                        .segments());
        Set<String> shared = new HashSet<>(repeated);
        shared.retainAll(Half.bigrams(above));
        double share = (double) shared.size() / repeated.size();
        if (share >= REPEATED) {
            reasons.add("the headline is repeated");
            return HEADLINE_REPEATED * share;
        }
        return share <= ANOTHER ? HEADLINE_OF_ANOTHER : 0;
    }

    private static double joint(Joint joint, Half head, Half tail, List<String> reasons) {
        double score = joint.contradicts() || joint.closesWhatIsNotOpen() ? CONTRADICTS : 0;
        if (joint.closesWhatIsOpen() || joint.isBroken() && joint.beginsInside()) {
            reasons.add("the continuation completes the sentence");
            score += COMPLETES;
        }
        if (joint.isBroken()) {
            if (isPrinted(joint.around(2, 1), head, tail) || isPrinted(joint.around(1, 2), head, tail)) {
                reasons.add("a word cut in two is printed whole elsewhere in it");
                score += LONG_WORD_CUT;
            } else if (isPrinted(joint.around(1, 1), head, tail)) {
                score += WORD_CUT;
            }
        }
        return score;
    }

    private static boolean isPrinted(String word, Half head, Half tail) {
        return word != null
                && (ArticleText.of(head.article()).text().contains(word)
                        || ArticleText.of(tail.article()).text().contains(word));
    }
}
