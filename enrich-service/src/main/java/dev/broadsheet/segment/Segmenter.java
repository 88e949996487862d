package dev.broadsheet.segment;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the articles of a page. Pure: the same page always gives the same segmentation. Thread-safe. */
public final class Segmenter {

    private static final Segmentation EMPTY = new Segmentation(List.of(), List.of(), List.of());

    private final Vocabulary words = Vocabulary.STANDARD;
    private final Weights weights;
    private final CueFinder finder = new CueFinder(words, new Bylines(words));
    private final LineClassifier classifier;
    private final SentenceJoins sentences;

    /** A segmenter with the weights of {@code weights.txt}. */
    public Segmenter() {
        this(Weights.STANDARD);
    }

    Segmenter(Weights weights) {
        this.weights = weights;
        this.classifier = new LineClassifier(weights);
        this.sentences = new SentenceJoins(weights);
    }

    /** Segments a page; every non-blank line ends up in exactly one story or in the furniture. */
    public Segmentation segment(Page page) {
        List<Printed> printed = printed(page);
        return printed.isEmpty()
                ? EMPTY
                : compose(page, printed, new LineContext(printed, finder)).segmentation();
    }

    /** The same with the evidence of each story, of a page that has a printed line. */
    PageComposer.Composition compose(Page page) {
        List<Printed> printed = printed(page);
        return compose(page, printed, new LineContext(printed, finder));
    }

    /** Segments a page and tells, line by line, what was decided and on what evidence. */
    public Explanation explain(Page page) {
        List<Printed> printed = printed(page);
        LineContext context = new LineContext(printed, finder);
        PageComposer.Composition composed = printed.isEmpty()
                ? new PageComposer.Composition(EMPTY, null, List.of(), classifier.classify(context))
                : compose(page, printed, context);
        return new Explanations(page, composed.segmentation(), context, composed.path(), weights)
                .explain(composed.direction());
    }

    private PageComposer.Composition compose(Page page, List<Printed> printed, LineContext context) {
        RolePath path = classifier.classify(context);
        List<Piece> pieces = pieces(context, path);
        List<Sheet> sheets = Sheets.of(page, printed, finder.headers(), headers(pieces));
        int[] joins = sentences.joins(pieces);
        PagePlan plan = plan(pieces, joins, sheets);
        return new PageComposer(printed, sheets, path, plan, joined(pieces, joins), words, weights, finder).compose();
    }

    /** The plan of a page that has a printed line. */
    PagePlan plan(Page page) {
        List<Printed> printed = printed(page);
        List<Piece> pieces = pieces(new LineContext(printed, finder));
        return plan(pieces, sentences.joins(pieces), Sheets.of(page, printed, finder.headers(), headers(pieces)));
    }

    private PagePlan plan(List<Piece> pieces, int[] joins, List<Sheet> sheets) {
        return Arrays.stream(Direction.values())
                .map(direction -> ReadingOrder.of(pieces, joins, direction))
                .distinct()
                .map(order -> EditorsNotes.first(pieces, Continuations.part(pieces, order)))
                .map(order -> plan(pieces, joins, order, sheets))
                .max(Comparator.comparingDouble(PagePlan::score))
                .orElseThrow();
    }

    /** The plan of a page in one reading order, and planned anew where that tells paragraphs that stand in another's story. */
    private PagePlan plan(List<Piece> pieces, int[] joins, List<Integer> order, List<Sheet> sheets) {
        PagePlan planned = PagePlan.of(Layout.of(pieces, order, joins, sheets), weights, finder);
        Strays.Home home = Strays.home(pieces, joins, order, planned, weights, finder.bylines());
        return home.reasons().isEmpty()
                ? planned
                : PagePlan.of(Layout.of(pieces, home.order(), joins, sheets), weights, finder)
                        .with(home.reasons());
    }

    List<Piece> pieces(LineContext context) {
        return pieces(context, classifier.classify(context));
    }

    private List<Piece> pieces(LineContext context, RolePath path) {
        Role[] roles = path.roles();
        Poems.settle(context, roles, finder);
        Lists.settle(context, roles, finder.bylines());
        List<Piece> cut = PublicSlogans.settle(Piece.of(context, roles), finder, context.isSpaced());
        cut = NewsInBrief.settle(cut, finder);
        return PenNames.settle(Captions.settle(cut, finder), finder, context.isSpaced());
    }

    /**
     * The lines that the paper prints of itself and that may say which page this is: its headers even where they stand among
     * headings, and no line that points to another page.
     */
    private static Predicate<Printed> headers(List<Piece> pieces) {
        Set<Integer> numbers = pieces.stream()
                .filter(piece -> piece.role() == Role.FURNITURE && !piece.cues().isPointer()
                        || piece.role() == Role.HEADING
                                && "header".equals(piece.cues().furniture()))
                .flatMap(piece -> piece.lines().stream())
                .map(Printed::number)
                .collect(Collectors.toSet());
        return line -> numbers.contains(line.number());
    }

    /** For each piece that goes on in the middle of a sentence, the first line of that piece. */
    private static Set<Integer> joined(List<Piece> pieces, int[] joins) {
        Set<Integer> joined = new HashSet<>();
        for (int next : joins) {
            if (next >= 0) {
                joined.add(pieces.get(next).first());
            }
        }
        return joined;
    }

    static List<Printed> printed(Page page) {
        List<Printed> printed = new ArrayList<>();
        int blanks = 0;
        for (Line line : page.lines()) {
            boolean feed = line.text().indexOf('\f') >= 0;
            Printed candidate = Printed.of(line, feed ? Printed.PAGE_BREAK : blanks);
            if (candidate.text().isEmpty()) {
                blanks = feed ? Printed.PAGE_BREAK : blanks + 1;
            } else {
                printed.add(candidate);
                blanks = 0;
            }
        }
        return Asides.putAside(printed);
    }
}
