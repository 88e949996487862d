package dev.broadsheet.segment;

import dev.broadsheet.page.Markup;

/**
 * Gives every printed line a role: the best path through a chain of scored features (Viterbi), cues and shape of each
 * line on the one hand, how two neighbouring lines follow each other on the other. Linear in the number of lines.
 */
final class LineClassifier {

    /** Score of what cannot be. */
    static final double NEVER = -1e6;

    /** Join of words, in nats, that speaks neither for nor against one sentence, and the most that it may say. */
    private static final double INDIFFERENT = 2.5;

    private static final double MOST_ODDS = 5;

    private final Weights weights;
    private final HeadingFeatures headings;

    LineClassifier(Weights weights) {
        this.weights = weights;
        this.headings = new HeadingFeatures(weights);
    }

    /** The role of each line, and how far it is from another. */
    RolePath classify(LineContext page) {
        return new RolePath(page.size(), new RolePath.Scores() {
            @Override
            public double own(int i, Role role) {
                return LineClassifier.this.own(page, i, role);
            }

            @Override
            public double follow(int i, Role before, Role role) {
                return i == 0 ? start(role) : LineClassifier.this.follow(page, i, before, role);
            }
        });
    }

    /** Score of a page's first line having the role. */
    static double start(Role role) {
        return role == Role.CONTINUATION ? NEVER : 0;
    }

    /** Score of line i having the role, by what stands on it and around it. */
    double own(LineContext page, int i, Role role) {
        return switch (role) {
            case PARAGRAPH -> page.cues(i).begins() ? weights.of("body.opening") : 0;
            case CONTINUATION -> page.cues(i).begins() ? -weights.of("body.opening") : 0;
            case HEADING -> headings.score(page, i);
            case BYLINE -> weights.of(page.cues(i).byline() == null ? "byline.none" : "byline.cue");
            case CAPTION -> caption(page, i);
            case FURNITURE -> furniture(page, i);
            case ROW, VERSE, POEM_TITLE -> NEVER;
        };
    }

    private double caption(LineContext page, int i) {
        Cues cues = page.cues(i);
        Cues ending = page.cues(page.blockLast(i));
        if (page.line(i).line().markup().kind() == Markup.Kind.IMAGE) {
            return weights.of("caption.image");
        }
        double score = weights.of("caption.none");
        boolean small =
                page.isSpaced() ? page.blockWidth(i) <= 130 : page.line(i).width() <= 130;
        if (!small || page.line(i).line().markup().isHeading() && cues.credit() == null) {
            return score;
        }
        Credits credit = ending.credit();
        boolean story = credit != null
                && !credit.reporters().isEmpty()
                && stops(page.line(i).tight()) > 1;
        if (cues.caption()) {
            score = weights.of("caption.start");
        } else if (cues.credit() != null && !story) {
            score = weights.of("caption.credit");
        } else if (page.isSpaced() && credit != null && !story && page.blockLines(i) <= 6) {
            score = weights.of("caption.block");
        }
        return stops(page.line(i).tight()) > 1 ? score + weights.of("caption.many.stops") : score;
    }

    private double furniture(LineContext page, int i) {
        String kind = page.cues(i).furniture();
        return weights.of(kind == null ? "furniture.none" : "furniture." + kind);
    }

    /** Score of line i, not the first, having the role where the line before has another. */
    double follow(LineContext page, int i, Role before, Role role) {
        if (role == Role.CONTINUATION) {
            return before.isBody() ? goesOn(page, i, before) : NEVER;
        }
        boolean broken = before.isBody()
                && !page.line(i - 1).ended()
                && page.cues(i - 1).credit() == null
                && !page.cues(i - 1).ends();
        boolean apart = page.line(i).apart();
        if (role == Role.PARAGRAPH && before.isBody()) {
            return begins(page, i, before, broken);
        }
        if (role == Role.PARAGRAPH
                && before == Role.HEADING
                && !apart
                && !page.cues(i).begins()
                && !page.beginsClause(i)) {
            return textAfterHeading(page, i);
        }
        if (role != Role.PARAGRAPH && before.isBody()) {
            if (broken && role == Role.CAPTION && !apart) {
                return weights.of("flow.caption.after.break");
            }
            if (broken) {
                return weights.of("flow.head.after.break") * (apart ? 0.4 : 1);
            }
            return weights.of("flow.head.after.end") + (apart ? weights.of("flow.head.blank") : 0);
        }
        if (role == Role.HEADING) {
            return before == Role.HEADING
                    ? weights.of("flow.head.after.head")
                    : before == Role.BYLINE ? weights.of("flow.head.after.byline") : 0;
        }
        return 0;
    }

    /**
     * A further line of the same paragraph. Across a blank line, and where a paragraph is one line, that is a matter for
     * {@link SentenceJoins}.
     */
    private double goesOn(LineContext page, int i, Role before) {
        Printed line = page.line(i);
        if (line.apart() || line.line().markup().isHeading() || page.isWhole(i - 1)) {
            return NEVER;
        }
        double indent =
                page.isIndented() && line.indent() >= 1 && page.line(i - 1).indent() < 1
                        ? weights.of("flow.continue.indent")
                        : 0;
        if (page.overflows(i - 1) || page.overflows(i)) {
            return indent
                    + weights.of("flow.continue.wide")
                    + (page.line(i - 1).ended() ? weights.of("flow.continue.ended.short") : 0);
        }
        boolean full = fills(page, i - 1, before);
        if (page.line(i - 1).ended()) {
            return indent
                    + (page.dangles(i) ? weights.of("flow.continue.dangling") : 0)
                    + weights.of(
                            full && page.column(i - 1) > 0 ? "flow.continue.ended.full" : "flow.continue.ended.short");
        }
        double pause = page.line(i - 1).endsInPause() ? weights.of("flow.continue.comma") : 0;
        double clause = page.beginsClause(i) ? weights.of("flow.continue.clause") : 0;
        return indent
                + pause
                + clause
                + words(page, i)
                + weights.of(full ? "flow.continue.full" : "flow.continue.short");
    }

    /** What the words say of line i going on from the line before: the halves of a word, or words that never meet. */
    private double words(LineContext page, int i) {
        double joins = page.joins(i);
        double odds = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, joins - INDIFFERENT));
        return joins == 0 ? 0 : weights.of("flow.continue.words") * odds;
    }

    /** A heading and a text without a blank line between: rather one text, all the more where the break cuts a word. */
    private double textAfterHeading(LineContext page, int i) {
        Printed heading = page.line(i - 1);
        if (heading.line().markup().isHeading() || heading.ended()) {
            return 0;
        }
        boolean cut = page.joins(i) > WordJoins.BROKEN_WORD;
        return weights.of("flow.text.after.head") + (cut ? weights.of("flow.text.after.cut") : 0);
    }

    private double begins(LineContext page, int i, Role before, boolean broken) {
        boolean apart = page.line(i).apart();
        double indent = page.isIndented() && page.line(i).indent() >= 1 ? weights.of("body.indent") : 0;
        if (broken) {
            return indent + (apart ? weights.of("flow.new.after.full") : weights.of("flow.new.after.break"));
        }
        if (apart) {
            return indent + weights.of("flow.new.after.short");
        }
        return indent + weights.of(fills(page, i - 1, before) ? "flow.new.after.full" : "flow.new.after.short");
    }

    private static boolean fills(LineContext page, int i, Role role) {
        return page.fills(i) || role == Role.PARAGRAPH && page.fills(i, true);
    }

    /** Sentences that end within the text. */
    static int stops(String tight) {
        int stops = 0;
        for (int i = 0; i < tight.length(); i++) {
            stops += tight.charAt(i) == '。' ? 1 : 0;
        }
        return stops;
    }
}
