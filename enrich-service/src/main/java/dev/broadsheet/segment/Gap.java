package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two runs of body text.
 *
 * @param headings the headings, in order
 * @param parted for each heading, whether something else (a caption, a byline, a banner) stands between it and the
 *     heading before
 */
record Gap(List<Piece> headings, List<Boolean> parted) {

    static Gap empty() {
        return new Gap(new ArrayList<>(), new ArrayList<>());
    }

    int size() {
        return headings.size();
    }

    /** The headings' folded text. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(headings.get(i).tight()).append('\n');
        }
        return text.toString();
    }
}
