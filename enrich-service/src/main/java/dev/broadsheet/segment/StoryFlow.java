package dev.broadsheet.segment;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Scores whether a run of body text begins a story or goes on in the one before it. */
final class StoryFlow {

    private static final double INTERTITLE_WIDTH = 18;

    /** Letters of a story so short that no intertitle would part it. */
    private static final int BRIEF = 90;

    /** Letters of a text that is hardly more than a sentence. */
    private static final int ONE_SENTENCE = 30;

    /** Letters of an item of news in brief, under the name of a section. */
    private static final int IN_BRIEF = 160;

    /** Letters of an advertisement or notice that says little but whom to call. */
    private static final int OFFER = 220;

    /** Runs so near may be of the same story; those between here and there are others of this page. */
    private static final int NEAR = 3;

    private static final int FAR = 9;

    /** By how much texts of one story are more alike than any two of the page, if they are very much so. */
    private static final double ALIKE = 0.06;

    /** Letters of a part of a story between two intertitles, usually. */
    private static final double USUAL = 150;

    private final Layout layout;
    private final Overlap overlap;
    private final Weights weights;
    private final CueFinder finder;
    private final double cueShare;
    private final boolean[] brief;
    private final boolean[] signed;

    /** For each gap with headings; 0 for any other. */
    private final double[] cohesion;

    private final double[] halves;
    private final int usualLevel;

    StoryFlow(Layout layout, Overlap overlap, Weights weights, CueFinder finder) {
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
        this.usualLevel = usualLevel();
        this.cohesion = new double[layout.runs().size()];
        this.halves = new double[layout.runs().size()];
        for (int k = 0; k < halves.length; k++) {
            if (layout.gaps().get(k).size() > 0) {
                halves[k] = halves(layout.gaps().get(k), layout.runs().get(k));
                cohesion[k] = k == 0 ? 0 : cohesion(k);
            }
        }
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

    /**
     * How much likelier run k goes on in the story of the run before than a new story begins, by what both speak of and
     * by how long the text before is already. Neighbours of one story name the same people, places and things; what
     * any two texts of this newspaper share is told from runs that stand further off.
     */
    private double cohesion(int k) {
        double others = 0;
        int count = 0;
        for (int j = Math.max(0, k - FAR); j < Math.min(layout.runs().size(), k + FAR); j++) {
            if (j < k - NEAR || j >= k + NEAR) {
                others += overlap.likeness(j, k);
                count++;
            }
        }
        double shared = count == 0 ? 0 : overlap.likeness(k - 1, k) - others / count;
        double length = Math.log(Math.max(BRIEF, layout.runs().get(k - 1).length()) / USUAL);
        return weights.of("plan.same.shared") * Math.max(-1, Math.min(1, shared / ALIKE))
                + weights.of("plan.same.length") * length;
    }

    private static double halves(Gap gap, Run run) {
        return WordJoins.halves(
                gap.headings().get(gap.size() - 1).tight(), run.first().tight());
    }

    /**
     * How far the last heading of gap k and the text below it are halves of a sentence, -1 to 1, as no heading and its text are:
     * 坑头村是全市最后一批通客车的 + 建制村之一. 0 where the gap has no heading.
     */
    double halves(int k) {
        return halves[k];
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
        Gap gap = layout.gaps().get(k);
        boolean picture = run.isPictureStory();
        boolean notice = gap.headings().stream().anyMatch(this::isNotice);
        boolean cue = picture
                || notice
                || gap.size() > 0 && (isOffer(k) || before.isSignedAtEnd(finder.bylines()))
                || run.isList() && before.last().lastLine().ended()
                || run.isAfterRule()
                || run.isUnderSection()
                || run.begins()
                || before.ends()
                || !run.bylinesBefore().isEmpty();
        boolean lead = gap.size() > 0 && run.first().cues().timed();
        double nocue = weights.of(lead ? "plan.start.lead" : "plan.start.nocue") * Math.min(1, 2 * cueShare);
        double score = cue ? weights.of("plan.start.cue") : nocue;
        score += run.begins() ? weights.of("plan.start.opening") : 0;
        score += before.ends() ? weights.of("plan.start.ended") : 0;
        score += run.bylinesBefore().isEmpty() ? 0 : weights.of("plan.start.byline");
        score += run.isUnderSection() ? weights.of("plan.start.section") : 0;
        score += notice ? weights.of("plan.start.notice") : 0;
        score += picture ? weights.of("plan.start.picture") : 0;
        score += gap.size() == 0 ? weights.of("plan.start.bare") : 0;
        score += finder.isNewsLead(run.first().tight()) ? weights.of("plan.start.news") : 0;
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
        boolean again =
                run.signOffs().stream().anyMatch(StoryFlow::namesWriters) || run.isSignedAtEnd(finder.bylines());
        return again ? weights.of("plan.signed.again") : 0;
    }

    private static boolean namesWriters(Piece byline) {
        return !byline.cues().byline().reporters().isEmpty();
    }

    private boolean[] signed() {
        boolean[] signed = new boolean[layout.runs().size()];
        for (int k = 0; k < signed.length; k++) {
            Run run = layout.runs().get(k);
            signed[k] = Stream.concat(run.bylinesBefore().stream(), run.signOffs().stream())
                            .anyMatch(StoryFlow::namesWriters)
                    || run.isSignedAtEnd(finder.bylines())
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
        double score = stays(before, run) + (before.isBareJump() ? 2 : 0);
        score += run.isUnderSection() ? weights.of("plan.same.past.section") : 0;
        if (gap.size() == 0) {
            return score + weights.of("plan.same.adjacent");
        }
        score += cohesion[k];
        return score + intertitles(k, gap, headLevel);
    }

    private double intertitles(int k, Gap gap, int headLevel) {
        double score = weights.of("plan.intertitle")
                + weights.of("plan.same.flows") * halves[k]
                + weights.of("plan.intertitle.quotation")
                        * share(gap, heading -> heading.tight().startsWith("“"))
                + weights.of("plan.intertitle.usual") * share(gap, heading -> isUsualLevel(heading))
                + 0.6 * weights.of("plan.overlap") * overlap.coverage(gap.text(0, gap.size()), k);
        double behind = overlap.coverage(gap.text(0, gap.size()), k - 1) - overlap.coverage(gap.text(0, gap.size()), k);
        score += weights.of("plan.intertitle.behind") * Math.max(0, behind);
        score += weights.of("plan.intertitle.many") * (gap.size() - 1);
        int letters = layout.runs().get(k - 1).length();
        score += brief[k - 1] && brief[k] ? weights.of("plan.intertitle.briefs") : 0;
        if (isSerial(k - 1) || isSerial(k + 1)) {
            score += weights.of("plan.intertitle.series");
        } else if (letters < BRIEF) {
            score += weights.of("plan.intertitle.brief") * (letters < ONE_SENTENCE ? 2 : 1);
        }
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

    private static double share(Gap gap, Predicate<Piece> test) {
        return (double) gap.headings().stream().filter(test).count() / gap.size();
    }

    /** Whether a heading has the level that most headlines of this page have, as far as they can be told by the text below. */
    private boolean isUsualLevel(Piece heading) {
        int level = heading.firstLine().line().markup().level();
        return level > 0 && level == usualLevel;
    }

    private int usualLevel() {
        Map<Integer, Integer> levels = new TreeMap<>();
        for (int k = 0; k < layout.runs().size(); k++) {
            if (layout.runs().get(k).begins()) {
                for (Piece heading : layout.gaps().get(k).headings()) {
                    levels.merge(heading.firstLine().line().markup().level(), 1, Integer::sum);
                }
            }
        }
        return levels.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
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
        return stays(layout.runs().get(k - 1), layout.runs().get(k)) + cohesion[k];
    }

    /** What speaks against a run's going on in the story before it, whatever stands between. */
    private double stays(Run before, Run run) {
        double score = width(before, run) + (run.isJoinedToPrevious() ? 6 : 0);
        score += run.begins() ? weights.of("plan.same.despite.cue") : 0;
        score += run.isAfterRule() ? weights.of("plan.same.past.rule") : 0;
        score += before.ends() ? weights.of("plan.same.after.end") : 0;
        return score + (run.bylinesBefore().isEmpty() ? 0 : weights.of("plan.byline.across"));
    }

    private double width(Run before, Run run) {
        if (before.column() == 0 || run.column() == 0) {
            return 0;
        }
        return weights.of(
                Math.abs(before.last().column() - run.column()) <= 2 ? "plan.same.column" : "plan.other.column");
    }
}
