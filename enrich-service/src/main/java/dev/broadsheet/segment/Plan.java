package dev.broadsheet.segment;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which runs make a story and which headings are its own.
 *
 * @param drafts the stories, in reading order
 * @param leftovers headings that no body wants
 * @param direction of the page
 * @param score of the whole plan
 * @param margins for each gap, by how much the plan is better than the best that shares this gap out in another way; infinite
 *     where there is no other way
 */
record Plan(List<Draft> drafts, List<Piece> leftovers, Direction direction, double score, List<Double> margins) {

    Plan {
        drafts = List.copyOf(drafts);
        leftovers = List.copyOf(leftovers);
        margins = List.copyOf(margins);
    }

    /** By how much the plan is better than the best that begins, parts or ends this story in another way. */
    double margin(Draft draft) {
        return margins.subList(draft.firstGap(), draft.lastGap() + 1).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    /**
     * A story in the making.
     *
     * @param runs indexes of its runs, in reading order
     * @param intertitles for each run the headings printed over it inside the story; none for the first
     * @param above headings before the body
     * @param below headings after the body
     * @param bylines bylines before the body
     * @param signOffs bylines under the headings after the body
     * @param reasons why it was put together like this
     */
    record Draft(
            List<Integer> runs,
            List<List<Piece>> intertitles,
            List<Piece> above,
            List<Piece> below,
            List<Piece> bylines,
            List<Piece> signOffs,
            List<String> reasons) {

        /** The gap above the story. */
        int firstGap() {
            return runs.get(0);
        }

        /** The gap below the story. */
        int lastGap() {
            return runs.get(runs.size() - 1) + 1;
        }

        /** The headings of the story, in the order of the page. */
        List<Piece> headings() {
            return Stream.concat(above.stream(), below.stream()).toList();
        }

        boolean hasHeadline() {
            return !above.isEmpty() || !below.isEmpty();
        }
    }
}
