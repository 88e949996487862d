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
    private static final double ALIKE_IN_BLOCK = 0.5;
    private static final double FLOWS = 5.0;
    private static final double FOREIGN = 0.35;

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
        for (Piece heading : headings) {
            if (headings.size() > 1 && (isBanner(heading, coverage) || endsBanner(heading, own, banners, coverage))) {
                banners.addAll(heading.lines());
            } else {
                own.add(heading);
            }
        }
        List<Part> parts = kickerAndHeadline(parts(own));
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
    private boolean isBanner(Piece heading, ToDoubleFunction<String> coverage) {
        boolean slogan = heading.lines().stream().anyMatch(line -> finder.isSlogan(line.tight()));
        boolean section = heading.firstLine().line().markup().isHeading()
                && heading.tight().length() <= SHORT
                && !finder.isNotice(heading.tight())
                && heading.cues().label() == null
                && !heading.cues().note();
        return section
                || (slogan || "section".equals(heading.cues().furniture()))
                        && coverage.applyAsDouble(heading.tight()) < FOREIGN;
    }

    /** A further line of the banner that was set between a headline and its body, in phrases of no matter to the body. */
    private static boolean endsBanner(
            Piece heading, List<Piece> own, List<Printed> banners, ToDoubleFunction<String> coverage) {
        return !own.isEmpty()
                && !banners.isEmpty()
                && HeadingFeatures.hasPhrases(heading.firstLine().folded())
                && coverage.applyAsDouble(heading.tight()) < FOREIGN;
    }

    /**
     * Two lines of a page without blank lines, one in phrases and one not, are a kicker and its headline: a headline of
     * two lines keeps its manner, or has a kicker of its own.
     */
    private static List<Part> kickerAndHeadline(List<Part> parts) {
        if (parts.size() != 1 || parts.get(0).lines.size() != 2) {
            return parts;
        }
        Part both = parts.get(0);
        boolean onePiece = both.piece.lines().size() == 2;
        boolean alike = HeadingFeatures.hasPhrases(both.first().folded())
                == HeadingFeatures.hasPhrases(both.last().folded());
        if (onePiece
                || alike
                || WordJoins.score(both.first().tight(), both.last().tight()) > FLOWS) {
            return parts;
        }
        Part headline = new Part(both.piece);
        headline.lines.add(both.lines.remove(1));
        return List.of(both, headline);
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
        boolean marked =
                line.line().markup().isHeading() || part.first().line().markup().isHeading();
        if (line.apart()
                || leadsIn(part.last())
                || marked
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
        double ratio = Math.min(line.width(), part.last().width())
                / Math.max(line.width(), part.last().width());
        return joins > FLOWS || ratio >= (heading == part.piece ? ALIKE_IN_BLOCK : ALIKE) && !plainThenPhrases;
    }

    /** 开工, 顺利竣工: too short for a headline of its own, so the rest of the line above. */
    private static boolean isRest(Part part, Printed line) {
        return line.tight().length() <= SHORT
                && part.last().tight().length() > SHORT
                && part.lines.stream().noneMatch(above -> HeadingFeatures.hasPhrases(above.folded()));
    }

    /** A kicker that says where (临川县：) or who spoke (…调研时强调) leads in to the headline. */
    private boolean leadsIn(Printed line) {
        return line.tight().endsWith(":") || finder.isSpeech(line.tight());
    }

    private static int main(List<Part> parts) {
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
        return plain <= 1 ? 0 : Math.min(plain - 1, 1);
    }

    /** The part of the highest heading level where levels differ; -1 where they do not tell. */
    private static int byLevel(List<Part> parts) {
        int main = -1;
        boolean differ = false;
        for (int i = 0; i < parts.size(); i++) {
            int level = parts.get(i).level();
            differ |= level != parts.get(0).level();
            if (level > 0 && (main < 0 || level < parts.get(main).level())) {
                main = i;
            }
        }
        return differ ? main : -1;
    }
}
