package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the best path through a page's gaps into stories, and says why each has its headline. One path, one use. */
final class PlanReader {

    /** Characters of a heading that a reason quotes. */
    private static final int QUOTED = 14;

    private final Layout layout;
    private final GapScores scores;
    private final Choice[] path;
    private final Rival[] rivals;
    private final double score;
    private final List<Plan.Draft> drafts = new ArrayList<>();
    private final List<Piece> leftovers = new ArrayList<>();

    /**
     * @param path how each gap is shared out
     * @param rivals for each gap the second best way; null where there is no other
     * @param score of the plan
     */
    PlanReader(Layout layout, GapScores scores, Choice[] path, Rival[] rivals, double score) {
        this.layout = layout;
        this.scores = scores;
        this.path = path;
        this.rivals = rivals;
        this.score = score;
    }

    Plan read(Direction direction) {
        for (int k = 0; k < path.length; k++) {
            gap(k);
        }
        drafts.stream().filter(draft -> !draft.hasHeadline()).forEach(draft -> draft.reasons()
                .add(headless(draft)));
        List<Double> margins = new ArrayList<>();
        for (Rival rival : rivals) {
            margins.add(rival == null ? Double.POSITIVE_INFINITY : score - rival.score());
        }
        return new Plan(drafts, leftovers, direction, score, margins);
    }

    private void gap(int k) {
        List<Piece> headings = layout.gaps().get(k).headings();
        Choice choice = path[k];
        if (choice.same()) {
            Plan.Draft draft = drafts.get(drafts.size() - 1);
            draft.runs().add(k);
            draft.intertitles().add(choice.intertitles() ? headings : List.of());
            if (!choice.intertitles()) {
                leftovers.addAll(headings);
            }
            return;
        }
        if (choice.below() > 0) {
            Plan.Draft above = drafts.get(drafts.size() - 1);
            above.below().addAll(headings.subList(0, choice.below()));
            headline(above, k, 0, choice.below(), k - 1, "headline printed after its body");
        }
        leftovers.addAll(headings.subList(choice.below(), choice.above()));
        List<Piece> signing = choice.below() > 0 ? layout.bylinesUnder(k, choice.below()) : List.of();
        if (!drafts.isEmpty()) {
            drafts.get(drafts.size() - 1).signOffs().addAll(signing);
        }
        if (k < layout.runs().size()) {
            List<Piece> own = new ArrayList<>(layout.runs().get(k).bylinesBefore());
            own.removeAll(signing);
            start(k, headings, own);
        }
    }

    private void start(int k, List<Piece> headings, List<Piece> bylines) {
        int from = path[k].above();
        Plan.Draft draft = new Plan.Draft(
                new ArrayList<>(List.of(k)),
                new ArrayList<>(List.of(List.of())),
                new ArrayList<>(headings.subList(from, headings.size())),
                new ArrayList<>(),
                bylines,
                new ArrayList<>(),
                new ArrayList<>());
        if (draft.hasHeadline()) {
            headline(draft, k, from, headings.size(), k, "headline printed before its body");
        }
        drafts.add(draft);
    }

    /** Why the headings [from, to) of gap k are the headline of run r, and what else they might have been. */
    private void headline(Plan.Draft draft, int k, int from, int to, int r, String where) {
        String text = layout.gaps().get(k).text(from, to);
        List<String> shared = scores.shared(text, r);
        String said = where + (shared.isEmpty() ? "" : "; both say " + String.join(" ", shared));
        int other = r == k ? k - 1 : k;
        if (other >= 0 && other < layout.runs().size()) {
            said += "; the text repeats " + scores.percent(text, r) + " % of it, the text "
                    + (other < r ? "above " : "below ") + scores.percent(text, other) + " %";
        }
        draft.reasons().add(said);
        addRival(draft, k);
    }

    /** Why a story has no headline: what became of the headings next to it. */
    private String headless(Plan.Draft draft) {
        int first = draft.firstGap();
        int last = draft.lastGap();
        if (layout.gaps().get(first).size() + layout.gaps().get(last).size() == 0) {
            return "no headline: no line next to the text was read as a heading";
        }
        List<String> became = new ArrayList<>();
        for (int k : List.of(first, last)) {
            if (layout.gaps().get(k).size() > 0) {
                became.add(describe(k, path[k]));
            }
        }
        return "no headline: " + String.join(", ", became);
    }

    private void addRival(Plan.Draft draft, int k) {
        if (rivals[k] != null) {
            draft.reasons()
                    .add(String.format(
                            Locale.ROOT,
                            "second best: %s; the plan of the page then scores %.1f instead of %.1f",
                            describe(k, rivals[k].choice()),
                            rivals[k].score(),
                            score));
        }
    }

    private String describe(int k, Choice choice) {
        int size = layout.gaps().get(k).size();
        if (choice.same() && size == 0) {
            return "the story above goes on";
        }
        if (choice.same()) {
            return quote(k, 0, size)
                    + (choice.intertitles() ? " is an intertitle" : " is nobody's, and the story goes on");
        }
        List<String> said = new ArrayList<>();
        if (choice.below() > 0) {
            said.add(quote(k, 0, choice.below()) + " heads the text above");
        }
        if (choice.above() > choice.below()) {
            said.add(quote(k, choice.below(), choice.above()) + " is nobody's");
        }
        if (size > choice.above()) {
            said.add(quote(k, choice.above(), size) + " heads the text below");
        }
        return said.isEmpty() ? "a story begins without a headline" : String.join(", ", said);
    }

    private String quote(int k, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Piece heading : layout.gaps().get(k).headings().subList(from, to)) {
            text.append(text.isEmpty() ? "" : " ").append(Prose.heading(heading.lines()));
        }
        int end = Math.min(QUOTED, text.length());
        int whole = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return "“" + text.substring(0, whole) + (whole < text.length() ? "…”" : "”");
    }
}
