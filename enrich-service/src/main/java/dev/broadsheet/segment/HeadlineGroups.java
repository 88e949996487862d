package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Sorts the headings of a story into kicker, headline and subheadline. What tells: a leading dash marks a subheadline,
 * a label (延伸报道) a kicker, letterspacing the headline; in Markdown the level. Of two plain parts the first is the
 * kicker, since subheadlines are printed with a dash.
 */
final class HeadlineGroups {

    private static final double ALIKE = 0.58;
    private static final double ALIKE_IN_BLOCK = 0.45;
    private static final double COUPLET = 0.9;
    private static final double ALIKE_IN_COUPLET = 0.8;
    private static final double FLOWS = 5.0;
    private static final double FOREIGN = 0.35;
    private static final double SHORTER = 0.85;

    private static final int SHORT = 4;

    /** Subheadlines are marked by a dash, in older papers by a triangle: ▲各省照旧办理. */
    private static final Pattern SUBHEADLINE = Pattern.compile("^(?:—|--|[▲△])");

    private final CueFinder finder;

    HeadlineGroups(CueFinder finder) {
        this.finder = finder;
    }

    /** Lines of one size: one part of a group. */
    private static final class Part {
        private final List<Printed> lines = new ArrayList<>();
        private final Piece piece;

        Part(Piece piece) {
            this.piece = piece;
        }

        Printed first() {
            return lines.get(0);
        }

        Printed last() {
            return lines.get(lines.size() - 1);
        }

        int level() {
            return first().line().markup().level();
        }

        boolean isDash() {
            return SUBHEADLINE.matcher(first().tight()).find();
        }

        boolean isLetterspaced() {
            return HeadingFeatures.isLetterspaced(first().folded());
        }
    }

    /**
     * Sorts the headings of a story.
     *
     * @param headings in the order of the page
     * @param coverage share of a text's wording that the story's body repeats
     */
    HeadlineGroup sort(List<Piece> headings, ToDoubleFunction<String> coverage) {
        List<Printed> banners = new ArrayList<>();
        List<Piece> own = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Piece heading = headings.get(i);
            if (headings.size() > 1
                    && (isBanner(headings, i, coverage)
                            || isOverNote(headings, i)
                            || isColumnBelow(headings, i, coverage)
                            || i > 0
                                    && banners.contains(headings.get(i - 1).lastLine())
                                    && endsBanner(heading, own, coverage))) {
                banners.addAll(heading.lines());
            } else {
                own.add(heading);
            }
        }
        List<Part> parts = speakerFirst(dashLast(underColumn(kickerAndHeadline(parts(own)))));
        if (parts.isEmpty()) {
            return new HeadlineGroup(List.of(), List.of(), List.of(), banners);
        }
        int main = main(parts);
        List<Printed> kicker = new ArrayList<>();
        List<Printed> subheadline = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (i < main) {
                kicker.addAll(parts.get(i).lines);
            } else if (i > main) {
                subheadline.addAll(parts.get(i).lines);
            }
        }
        return new HeadlineGroup(kicker, parts.get(main).lines, subheadline, banners);
    }

    /** A campaign's slogan or a section name that the body does not take up. */
    private boolean isBanner(List<Piece> headings, int i, ToDoubleFunction<String> coverage) {
        Piece heading = headings.get(i);
        boolean slogan = heading.lines().stream().anyMatch(finder::isSlogan);
        boolean kicker =
                i + 1 < headings.size() && !isName(headings.get(i + 1)) && (i == 0 || !isName(headings.get(i - 1)));
        return isName(heading) && !kicker
                || (slogan || "section".equals(heading.cues().furniture()))
                        && coverage.applyAsDouble(heading.tight()) < FOREIGN;
    }

    /** The name of a series over the note with which it begins: 云江纪行 / 编者按. */
    private static boolean isOverNote(List<Piece> headings, int i) {
        return i + 1 < headings.size() && headings.get(i + 1).cues().note();
    }

    /**
     * The name of a column, read below a headline: it stands over the next, or its own has been read already; in either
     * case it is no subheadline. After one with a dash any few words are such a name.
     */
    private boolean isColumnBelow(List<Piece> headings, int i, ToDoubleFunction<String> coverage) {
        if (i == 0 || i + 1 < headings.size()) {
            return false;
        }
        Piece heading = headings.get(i);
        boolean named = heading.cues().label() != null
                || finder.isColumnName(heading.tight())
                || heading.tight().length() <= SHORT
                        && SUBHEADLINE
                                .matcher(headings.get(i - 1).lastLine().tight())
                                .find();
        return named && coverage.applyAsDouble(heading.tight()) < FOREIGN;
    }

    /** A few characters marked as a heading: the name of a section, or of a town or column over its news. */
    private boolean isName(Piece heading) {
        return heading.firstLine().line().markup().isHeading()
                && heading.tight().length() <= SHORT
                && !finder.isNotice(heading.tight())
                && heading.cues().label() == null
                && !heading.cues().note();
    }

    /** A further line of the banner that was set between a headline and its body, in phrases of no matter to the body. */
    private static boolean endsBanner(Piece heading, List<Piece> own, ToDoubleFunction<String> coverage) {
        return !own.isEmpty()
                && HeadingFeatures.hasPhrases(heading.firstLine().folded())
                && coverage.applyAsDouble(heading.tight()) < FOREIGN;
    }

    /**
     * Lines of one block that are a kicker and its headline: two of which one is in phrases and one is not, as a headline
     * of two lines keeps its manner; or three of which the last two are a couplet, two clauses of one length.
     */
    private static List<Part> kickerAndHeadline(List<Part> parts) {
        if (parts.size() != 1 || !isTwoManners(parts.get(0)) && !endsInCouplet(parts.get(0))) {
            return parts;
        }
        return List.of(parts.get(0), restOf(parts.get(0)));
    }

    /** Below the name of a column, which is the kicker, two lines of two manners are headline and subheadline. */
    private static List<Part> underColumn(List<Part> parts) {
        if (parts.size() != 2 || parts.get(0).piece.cues().label() == null || !areTwoManners(parts.get(1))) {
            return parts;
        }
        return List.of(parts.get(0), parts.get(1), restOf(parts.get(1)));
    }

    /** What begins with a dash is the subheadline even where it is read before the headline. */
    private static List<Part> dashLast(List<Part> parts) {
        if (parts.size() < 2 || !parts.get(0).isDash()) {
            return parts;
        }
        List<Part> sorted = new ArrayList<>(parts.subList(1, parts.size()));
        sorted.add(parts.get(0));
        return sorted;
    }

    /** Who spoke, and where (…在临川县调研时强调), is the kicker even where it is read after what was said. */
    private List<Part> speakerFirst(List<Part> parts) {
        int last = parts.size() - 1;
        if (last < 1 || !finder.isSpeech(parts.get(last).last().tight())) {
            return parts;
        }
        List<Part> sorted = new ArrayList<>(parts.subList(0, last));
        sorted.add(0, parts.get(last));
        return sorted;
    }

    /** The lines after the first, which the part then is alone. */
    private static Part restOf(Part part) {
        Part rest = new Part(part.piece);
        List<Printed> below = part.lines.subList(1, part.lines.size());
        rest.lines.addAll(below);
        below.clear();
        return rest;
    }

    private static boolean isTwoManners(Part part) {
        return part.piece.lines().size() != 2 && areTwoManners(part);
    }

    private static boolean areTwoManners(Part part) {
        return part.lines.size() == 2
                && HeadingFeatures.hasPhrases(part.first().folded())
                        != HeadingFeatures.hasPhrases(part.last().folded())
                && WordJoins.score(part.first().tight(), part.last().tight()) <= FLOWS;
    }

    private static boolean endsInCouplet(Part part) {
        if (part.lines.size() != 3) {
            return false;
        }
        Printed second = part.lines.get(1);
        return ratio(second, part.last()) >= COUPLET
                && ratio(part.first(), second) < ALIKE_IN_COUPLET
                && ratio(part.first(), part.last()) < ALIKE_IN_COUPLET
                && WordJoins.score(part.first().tight(), second.tight()) <= FLOWS
                && WordJoins.score(second.tight(), part.last().tight()) <= FLOWS;
    }

    private static double ratio(Printed one, Printed other) {
        return Math.min(one.width(), other.width()) / Math.max(one.width(), other.width());
    }

    private List<Part> parts(List<Piece> headings) {
        List<Part> parts = new ArrayList<>();
        for (Piece heading : headings) {
            for (Printed line : heading.lines()) {
                Part open = parts.isEmpty() ? null : parts.get(parts.size() - 1);
                if (open == null || !goesOn(open, heading, line)) {
                    open = new Part(heading);
                    parts.add(open);
                }
                open.lines.add(line);
            }
        }
        return parts;
    }

    /** Whether a line goes on in the part before: set without a blank line between, in the same size by all signs. */
    private boolean goesOn(Part part, Piece heading, Printed line) {
        boolean above = part.first().line().markup().isHeading();
        boolean own = line.line().markup().isHeading();
        if (above && !own && !line.apart() && !line.tight().startsWith("—")) {
            return true; // the mark of a heading stands before the first of its lines only
        }
        if (above
                || own
                || line.apart()
                || leadsIn(part.last())
                || line.tight().startsWith("—")
                || part.piece.cues().label() != null
                || heading.cues().note()) {
            return false;
        }
        double joins = WordJoins.score(part.last().tight(), line.tight());
        if (part.isDash()) {
            return joins > 2 || part.last().endsInPause();
        }
        if (part.isLetterspaced() != HeadingFeatures.isLetterspaced(line.folded())) {
            return false;
        }
        boolean plainThenPhrases = !part.lines.stream().allMatch(l -> HeadingFeatures.hasPhrases(l.folded()))
                && HeadingFeatures.hasPhrases(line.folded());
        if (isRest(part, line)) {
            return true;
        }
        if (heading != part.piece && heading.column() == 0 && joins <= FLOWS) {
            return false; // where a paragraph is one line, so is each part of a headline
        }
        return joins > FLOWS
                || ratio(line, part.last()) >= (heading == part.piece ? ALIKE_IN_BLOCK : ALIKE) && !plainThenPhrases;
    }

    /** 开工, 顺利竣工, 13.2%: too short for a headline of its own, so the rest of the line above. */
    private static boolean isRest(Part part, Printed line) {
        return line.width() <= SHORT
                && part.last().width() > SHORT
                && part.lines.stream().noneMatch(above -> HeadingFeatures.hasPhrases(above.folded()));
    }

    /** A kicker that says where (临川县：) or who spoke (…调研时强调) leads in to the headline. */
    private boolean leadsIn(Printed line) {
        return line.tight().endsWith(":") || line.tight().endsWith("——") || finder.isSpeech(line.tight());
    }

    private int main(List<Part> parts) {
        int main = byLevel(parts);
        if (main >= 0) {
            return main;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isLetterspaced() || parts.get(i).piece.cues().note()) {
                return i;
            }
        }
        int plain = 0;
        while (plain < parts.size() && !parts.get(plain).isDash()) {
            plain++;
        }
        return plain <= 1 || plain == 2 && isSetLarger(parts.get(0), parts.get(1)) ? 0 : Math.min(plain - 1, 1);
    }

    /** Whether a part is broken into lines that are all shorter than the other's only one, as the larger type is. */
    private static boolean isSetLarger(Part part, Part other) {
        double width = other.first().width();
        return part.lines.size() > 1
                && other.lines.size() == 1
                && part.lines.stream().allMatch(line -> line.width() < SHORTER * width);
    }

    /** The part of the highest heading level where levels differ; -1 where they do not tell. */
    private int byLevel(List<Part> parts) {
        int main = -1;
        boolean differ = false;
        for (int i = 0; i < parts.size(); i++) {
            if (i == 0 && parts.size() > 1 && parts.get(0).piece.cues().label() != null) {
                continue; // the name of a column is often set larger than the headline under it
            }
            if (i + 1 < parts.size() && finder.isSpeech(parts.get(i).last().tight())) {
                continue; // who spoke is never the headline of what was said, whatever its level
            }
            int level = parts.get(i).level();
            differ |= level != parts.get(0).level();
            if (level > 0 && (main < 0 || level < parts.get(main).level())) {
                main = i;
            }
        }
        return differ ? main : -1;
    }
}
