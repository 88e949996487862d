package dev.broadsheet.segment;

import java.util.List;
import java.util.stream.Stream;

/** Scores every way in which the headings of one gap can be shared out between the bodies above and below. */
final class GapScores {

    private static final double INTERTITLE_WIDTH = 18;
    private static final int LARGEST_GROUP = 5;
    private static final int SHORT = 4;

    /** Shared words that a reason names. */
    private static final int MOST_SHARED = 4;

    /** Letters of a story so short that no intertitle would part it. */
    private static final int BRIEF = 90;

    /** Letters of a text that is hardly more than a sentence. */
    private static final int ONE_SENTENCE = 30;

    /** Letters of an item of news in brief, under the name of a section. */
    private static final int IN_BRIEF = 160;

    /** Letters of an advertisement or notice that says little but whom to call. */
    private static final int OFFER = 220;

    private final Layout layout;
    private final Overlap overlap;
    private final Weights weights;
    private final CueFinder finder;
    private final double cueShare;
    private final boolean[] brief;
    private final boolean[] signed;

    GapScores(Layout layout, Overlap overlap, Weights weights, CueFinder finder) {
        this.layout = layout;
        this.overlap = overlap;
        this.weights = weights;
        this.finder = finder;
        long cued = layout.runs().stream()
                .filter(run ->
                        run.begins() || run.ends() || !run.bylinesBefore().isEmpty())
                .count();
        this.cueShare =
                layout.runs().isEmpty() ? 0 : (double) cued / layout.runs().size();
        this.brief = briefs();
        this.signed = signed();
    }

    /** Which runs are so short, and follow a section's name with none but their like between: 体坛快讯 and its news. */
    private boolean[] briefs() {
        boolean[] briefs = new boolean[layout.runs().size()];
        for (int k = 0; k < briefs.length; k++) {
            Run run = layout.runs().get(k);
            briefs[k] = run.length() < IN_BRIEF && (run.isUnderSection() || k > 0 && briefs[k - 1]);
        }
        return briefs;
    }

    /** Headings [from, to) of gap k as the headline of run r. */
    double group(int k, int from, int to, int r, boolean above, Direction direction) {
        if (from >= to) {
            return 0;
        }
        Gap gap = layout.gaps().get(k);
        double score = weights.of("plan.overlap") * shared(gap, from, to, r);
        score += above == (direction == Direction.BEFORE) ? weights.of("plan.direction") : 0;
        for (int i = from; i < to; i++) {
            boolean first = i == from;
            if (!first && gap.parted().get(i)) {
                score += weights.of("plan.parted");
            }
            score += to - from > 1 && isShort(gap.headings().get(i)) ? weights.of("plan.group.short") : 0;
            score += gap.headings().get(i).cues().scenes() > 0 ? weights.of("plan.scene") : 0;
            if (gap.headings().get(i).cues().label() != null) {
                score += first ? weights.of("plan.label") : -4 * weights.of("plan.label");
            }
            if (first && isDash(gap.headings().get(i))) {
                score += weights.of(to - from > 1 ? "plan.dash.first" : "plan.dash.alone");
            }
            if (i + 1 < to
                    && finder.isNotice(gap.headings().get(i).tight())
                    && !isDash(gap.headings().get(i + 1))) {
                score += weights.of("plan.group.notice");
            }
        }
        boolean withOthers = to - from > 1
                && gap.headings().subList(from, to).stream()
                        .anyMatch(heading -> heading.cues().note());
        score += withOthers || !above && isNote(r) ? weights.of("plan.note.grouped") : 0;
        if (gap.headings().get(to - 1).cues().label() != null) {
            score -= 4;
        }
        if (gap.headings().subList(from, to).stream().allMatch(this::isBanner)) {
            score += weights.of("plan.group.slogan");
        }
        if (above
                ? isBylined(r)
                : to == gap.size() && !layout.bylinesUnder(k, to).isEmpty() && !isBylined(k)) {
            score += weights.of("plan.byline.before");
        }
        return score - Math.max(0, to - from - LARGEST_GROUP);
    }

    /** 编者按：… in one paragraph: a note that names itself, and has no headline below it. */
    private boolean isNote(int r) {
        Run run = layout.runs().get(r);
        String opening = run.first().cues().opening();
        return run.pieces().size() == 1 && opening != null && finder.isNote(opening);
    }

    /** Whether run r has a byline before it that is its own: not where 本报讯（记者 …） or a jump begins it. */
    private boolean isBylined(int r) {
        Run run = layout.runs().get(r);
        return !run.bylinesBefore().isEmpty() && !run.begins();
    }

    /** What the body repeats of a group: mostly its best heading, as kickers and slogans say little of the matter. */
    private double shared(Gap gap, int from, int to, int r) {
        double best = 0;
        for (int i = from; i < to; i++) {
            best = Math.max(best, overlap.coverage(gap.headings().get(i).tight(), r));
        }
        return 0.6 * best + 0.4 * overlap.coverage(gap.text(from, to), r);
    }

    /** A campaign's slogan, or the name of a section though it be marked as a heading. */
    private boolean isBanner(Piece heading) {
        return finder.isSlogan(heading) || "section".equals(heading.cues().furniture());
    }

    private static boolean isDash(Piece heading) {
        return heading.tight().startsWith("—");
    }

    /** Headings [from, to) of gap k as nobody's. */
    double leftover(int k, int from, int to) {
        double score = 0;
        for (int i = from; i < to; i++) {
            Piece heading = layout.gaps().get(k).headings().get(i);
            if (heading.cues().note() || heading.cues().label() != null) {
                score += 3 * weights.of("plan.leftover");
            } else if (isBanner(heading) || heading.cues().furniture() != null) {
                score += weights.of("plan.leftover.banner");
            } else if (heading.cues().scenes() > 0) {
                score += weights.of("plan.leftover.caption");
            } else if (isDash(heading)) {
                score += weights.of("plan.leftover.dash");
            } else if (isShort(heading)) {
                score += weights.of("plan.leftover.short");
            } else {
                score += weights.of("plan.leftover");
            }
        }
        return score;
    }

    /** A section's name rather than a headline, unless it is a label or an editor's note. */
    private boolean isShort(Piece heading) {
        return heading.tight().length() <= SHORT
                && !finder.isNotice(heading.tight())
                && heading.cues().label() == null
                && !heading.cues().note();
    }

    /** A new story beginning with run k, after run k - 1. */
    double starts(int k) {
        Run before = layout.runs().get(k - 1);
        Run run = layout.runs().get(k);
        if (run.isJoinedToPrevious()) {
            return -12;
        }
        if (before.isBareJump()) {
            return -6;
        }
        boolean picture = run.isPictureStory();
        boolean notice = layout.gaps().get(k).headings().stream().anyMatch(this::isNotice);
        boolean cue = picture
                || notice
                || layout.gaps().get(k).size() > 0 && (isOffer(k) || isSignedAtEnd(before))
                || run.isList() && before.last().lastLine().ended()
                || run.isAfterRule()
                || run.isUnderSection()
                || run.begins()
                || before.ends()
                || !run.bylinesBefore().isEmpty();
        boolean lead = layout.gaps().get(k).size() > 0 && run.first().cues().timed();
        double nocue = weights.of(lead ? "plan.start.lead" : "plan.start.nocue") * Math.min(1, 2 * cueShare);
        double score = cue ? weights.of("plan.start.cue") : nocue;
        return score - width(before, run);
    }

    /** The title of a notice, or the name of news in brief. */
    private boolean isNotice(Piece heading) {
        return finder.isNotice(heading.tight()) || finder.isBriefs(heading.tight());
    }

    /** An advertisement or a notice in few words: it gives a telephone number, or praises what it sells. */
    private boolean isOffer(int k) {
        Run run = layout.runs().get(k);
        return run.length() <= OFFER && (finder.isOffer(run.text()) || finder.isPraise(run.text()));
    }

    /** Whether run k names who wrote it, in its opening or on a line of its own. */
    boolean isSigned(int k) {
        return signed[k];
    }

    /** Run k in a story that has named its writers: no story is signed twice, at its beginning and at its end. */
    double signsAgain(int k) {
        Run run = layout.runs().get(k);
        boolean again = run.signOffs().stream().anyMatch(GapScores::namesWriters) || isSignedAtEnd(run);
        return again ? weights.of("plan.signed.again") : 0;
    }

    /** …。（林一）: the last words of the text are a name in brackets. */
    private boolean isSignedAtEnd(Run run) {
        return OpeningCredits.readEnd(run.last().printed(), finder.bylines()) != null;
    }

    private static boolean namesWriters(Piece byline) {
        return !byline.cues().byline().reporters().isEmpty();
    }

    private boolean[] signed() {
        boolean[] signed = new boolean[layout.runs().size()];
        for (int k = 0; k < signed.length; k++) {
            Run run = layout.runs().get(k);
            signed[k] = Stream.concat(run.bylinesBefore().stream(), run.signOffs().stream())
                            .anyMatch(GapScores::namesWriters)
                    || isSignedAtEnd(run)
                    || run.first().cues().opening() != null
                            && OpeningCredits.read(run.first().paragraph(), finder.bylines()) != null;
        }
        return signed;
    }

    /** Run k going on in the story of run k - 1, the gap's headings being intertitles. */
    double goesOn(int k, int headLevel) {
        Run before = layout.runs().get(k - 1);
        Run run = layout.runs().get(k);
        Gap gap = layout.gaps().get(k);
        double score = width(before, run) + (before.isBareJump() ? 2 : 0) + (run.isJoinedToPrevious() ? 6 : 0);
        if (run.begins()) {
            score += weights.of("plan.same.despite.cue");
        }
        if (run.isAfterRule()) {
            score += weights.of("plan.same.past.rule");
        }
        if (run.isUnderSection()) {
            score += weights.of("plan.same.past.section");
        }
        if (before.ends()) {
            score += weights.of("plan.same.after.end");
        }
        if (!run.bylinesBefore().isEmpty()) {
            score += weights.of("plan.byline.across");
        }
        if (gap.size() == 0) {
            return score + weights.of("plan.same.adjacent");
        }
        return score + intertitles(k, gap, headLevel);
    }

    private double intertitles(int k, Gap gap, int headLevel) {
        double score = weights.of("plan.intertitle")
                + 0.6 * weights.of("plan.overlap") * overlap.coverage(gap.text(0, gap.size()), k);
        double behind = overlap.coverage(gap.text(0, gap.size()), k - 1) - overlap.coverage(gap.text(0, gap.size()), k);
        score += weights.of("plan.intertitle.behind") * Math.max(0, behind);
        score += weights.of("plan.intertitle.many") * (gap.size() - 1);
        int letters = layout.runs().get(k - 1).length();
        score += letters < BRIEF ? weights.of("plan.intertitle.brief") * (letters < ONE_SENTENCE ? 2 : 1) : 0;
        score += brief[k - 1] && brief[k] ? weights.of("plan.intertitle.briefs") : 0;
        score += isSerial(k - 1) || isSerial(k + 1) ? weights.of("plan.intertitle.series") : 0;
        for (Piece heading : gap.headings()) {
            double width = heading.lines().stream().mapToDouble(Printed::width).sum();
            score += width > INTERTITLE_WIDTH
                    ? weights.of("plan.intertitle.long") * Math.min(2, (width - INTERTITLE_WIDTH) / 8)
                    : 0;
            score += finder.isNumbered(heading.tight()) ? weights.of("plan.intertitle.numbered") : 0;
            score += isNotice(heading) || isOffer(k) ? weights.of("plan.intertitle.notice") : 0;
            score += heading.cues().label() != null || heading.cues().note() ? -6 : 0;
            int level = heading.firstLine().line().markup().level();
            if (level > 0 && headLevel > 0) {
                score += weights.of(rank(level, headLevel));
            }
        }
        return score;
    }

    /** An intertitle is set smaller than the headline of its story. */
    private static String rank(int level, int headLevel) {
        if (level == headLevel) {
            return "plan.intertitle.level";
        }
        return level > headLevel ? "plan.intertitle.deeper" : "plan.intertitle.higher";
    }

    /** Whether gap k looks like one of a row of intertitles: a single short heading, and no story begins below it. */
    private boolean isSerial(int k) {
        if (k < 1 || k >= layout.runs().size() || layout.gaps().get(k).size() != 1) {
            return false;
        }
        Run run = layout.runs().get(k);
        boolean cued = run.begins()
                || !run.bylinesBefore().isEmpty()
                || layout.runs().get(k - 1).ends();
        return !cued && layout.gaps().get(k).headings().get(0).tight().length() <= INTERTITLE_WIDTH;
    }

    /** Run k going on in the same story although banners stand between. */
    double goesOnPast(int k) {
        Gap gap = layout.gaps().get(k);
        Run before = layout.runs().get(k - 1);
        Run run = layout.runs().get(k);
        double score = width(before, run) + (run.isJoinedToPrevious() ? 6 : 0);
        score += run.begins() ? weights.of("plan.same.despite.cue") : 0;
        score += run.isAfterRule() ? weights.of("plan.same.past.rule") : 0;
        score += before.ends() ? weights.of("plan.same.after.end") : 0;
        score += run.bylinesBefore().isEmpty() ? 0 : weights.of("plan.byline.across");
        return score + leftover(k, 0, gap.size());
    }

    private double width(Run before, Run run) {
        if (before.column() == 0 || run.column() == 0) {
            return 0;
        }
        return weights.of(
                Math.abs(before.last().column() - run.column()) <= 2 ? "plan.same.column" : "plan.other.column");
    }

    double headless(boolean jumped) {
        return weights.of(jumped ? "plan.headless.jump" : "plan.headless");
    }

    /** Sharing a gap's headings out to both sides, where nothing but their own blank lines parts them. */
    double split(int k, int below, int above) {
        Gap gap = layout.gaps().get(k);
        boolean split = below > 0
                && below == above
                && above < gap.size()
                && !gap.parted().get(above)
                && !layout.runs().get(k - 1).isPictureStory()
                && !finder.isNotice(gap.headings().get(gap.size() - 1).tight());
        return split ? weights.of("plan.split") : 0;
    }

    double twoGroups() {
        return weights.of("plan.two.groups");
    }

    /** How much of a heading's wording a run repeats, by rarity, in percent. */
    long percent(String text, int run) {
        return Math.round(100 * overlap.coverage(text, run));
    }

    /** The words that a heading and a run share, for a human reader. */
    List<String> shared(String text, int run) {
        return SharedWords.of(text, layout.runs().get(run).text(), MOST_SHARED, overlap::rarity);
    }
}
