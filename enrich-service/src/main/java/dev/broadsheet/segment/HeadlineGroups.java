package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the headings of a story into kicker, headline and subheadline: puts the page's banners among them aside and takes,
 * of all ways to sort the lines, the one whose features ({@link GroupFeatures}) weigh most. The weights ({@code group.} in
 * {@code weights.txt}) are fitted on annotated pages.
 */
final class HeadlineGroups {

    private static final double FOREIGN = 0.35;

    private final CueFinder finder;
    private final Weights weights;

    HeadlineGroups(CueFinder finder, Weights weights) {
        this.finder = finder;
        this.weights = weights;
    }

    /**
     * Sorts the headings of a story.
     *
     * @param headings in the order of the page
     * @param body the text of the story, folded
     */
    HeadlineGroup sort(List<Piece> headings, String body) {
        List<Printed> lines =
                headings.stream().flatMap(heading -> heading.lines().stream()).toList();
        if (lines.size() <= 1) {
            return HeadlineGroup.of(lines, List.of());
        }
        Overlap text = new Overlap(List.of(body));
        List<Printed> banners = new ArrayList<>();
        List<Piece> own = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Piece heading = headings.get(i);
            boolean foreign = text.coverage(heading.tight(), 0) < FOREIGN;
            boolean belowBanner =
                    i > 0 && banners.contains(headings.get(i - 1).lastLine()) && endsBanner(heading, own, foreign);
            if (headings.size() > 1
                    && (isBanner(headings, i, foreign)
                            || isOverNote(headings, i)
                            || isColumnBelow(headings, i, foreign)
                            || belowBanner)) {
                banners.addAll(heading.lines());
            } else {
                own.add(heading);
            }
        }
        if (own.isEmpty() && isTitle(headings.get(headings.size() - 1))) {
            own.add(headings.get(headings.size() - 1));
            banners.removeAll(own.get(0).lines());
        }
        return own.isEmpty() ? HeadlineGroup.of(List.of(), banners) : sort(own, text, body, banners);
    }

    /** 春雨, under the name of its column: as short as a name, but the story has no other headline. */
    private boolean isTitle(Piece heading) {
        return isName(heading) && heading.cues().furniture() == null && !finder.isSlogan(heading);
    }

    private HeadlineGroup sort(List<Piece> own, Overlap text, String body, List<Printed> banners) {
        GroupFeatures features = new GroupFeatures(own, text, body, finder);
        List<SortedGroup> ways = GroupSplit.of(features.size()).stream()
                .map(split -> SortedGroup.of(split, features, weights))
                .sorted(Comparator.comparingDouble(SortedGroup::score).reversed())
                .toList();
        SortedGroup best = ways.get(0);
        SortedGroup next = ways.size() > 1 ? ways.get(1) : null;
        return new HeadlineGroup(
                best.lines(GroupSplit::kicker),
                best.lines(GroupSplit::headline),
                best.lines(GroupSplit::subheadline),
                banners,
                next == null ? Double.POSITIVE_INFINITY : best.score() - next.score(),
                next == null ? null : best.reasonAgainst(next));
    }

    /** A campaign's slogan or a section name that the body does not take up. */
    private boolean isBanner(List<Piece> headings, int i, boolean foreign) {
        Piece heading = headings.get(i);
        boolean slogan = heading.lines().stream().anyMatch(finder::isSlogan);
        boolean kicker =
                i + 1 < headings.size() && !isName(headings.get(i + 1)) && (i == 0 || !isName(headings.get(i - 1)));
        return isName(heading) && !kicker
                || (slogan && !isCalledFor(headings, i)
                                || "section".equals(heading.cues().furniture()))
                        && foreign;
    }

    /**
     * Words of a slogan that are the headline all the same: between who says them and what they are about,
     * …调研时强调 / 凝心聚力促发展, 砥砺奋进谱新篇 / ——….
     */
    private boolean isCalledFor(List<Piece> headings, int i) {
        return i > 0 && finder.isSpeech(headings.get(i - 1).tight())
                || i + 1 < headings.size()
                        && GroupFeatures.isDash(headings.get(i + 1).tight());
    }

    /** The name of a series over the note with which it begins: 云江纪行 / 编者按. */
    private static boolean isOverNote(List<Piece> headings, int i) {
        return i + 1 < headings.size() && headings.get(i + 1).cues().note();
    }

    /**
     * The name of a column, read below a headline: it stands over the next, or its own has been read already; in either
     * case it is no subheadline. After one with a dash any few words are such a name.
     */
    private boolean isColumnBelow(List<Piece> headings, int i, boolean foreign) {
        if (i == 0 || i + 1 < headings.size()) {
            return false;
        }
        Piece heading = headings.get(i);
        boolean named = heading.cues().label() != null
                || finder.isColumnName(heading.tight())
                || heading.tight().length() <= GroupFeatures.SHORT
                        && GroupFeatures.isDash(headings.get(i - 1).lastLine().tight());
        return named && foreign;
    }

    /** A few characters marked as a heading: the name of a section, or of a town or column over its news. */
    private boolean isName(Piece heading) {
        return heading.firstLine().line().markup().isHeading()
                && heading.tight().replace("·", "").length() <= GroupFeatures.SHORT
                && !finder.isNotice(heading.tight())
                && heading.cues().label() == null
                && !heading.cues().note();
    }

    /** A further line of the banner that was set between a headline and its body, in phrases of no matter to the body. */
    private static boolean endsBanner(Piece heading, List<Piece> own, boolean foreign) {
        return !own.isEmpty() && HeadingFeatures.hasPhrases(heading.firstLine().folded()) && foreign;
    }
}
