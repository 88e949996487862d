package dev.broadsheet.segment;

import java.util.List;

/**
 * Which runs make a story and which headings are its own.
 *
 * @param drafts the stories, in reading order
 * @param leftovers headings that no body wants
 * @param direction of the page
 * @param score of the whole plan
 */
record Plan(List<Draft> drafts, List<Piece> leftovers, Direction direction, double score) {

    Plan {
        drafts = List.copyOf(drafts);
        leftovers = List.copyOf(leftovers);
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

        boolean hasHeadline() {
            return !above.isEmpty() || !below.isEmpty();
        }
    }
}
