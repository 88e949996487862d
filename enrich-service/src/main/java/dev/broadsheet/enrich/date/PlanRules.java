package dev.broadsheet.enrich.date;

import dev.broadsheet.text.Trie;

/** Five-year plans: “十四五”, “十三五”末; without quotation marks where the next word says that one is meant: 十二五时期. */
final class PlanRules {

    static final String QUOTES = "“\"「『'‘";
    private static final String CLOSING_QUOTES = "”\"」』'’";
    /** 十四五时期, 期间, 规划, 末, 初, 以来, 开局, 收官. */
    private static final String PLAN_BEFORE = "时期规末初以开收";

    private static final int UNMISTAKABLE = 3;
    private static final int YEARS = 5;
    private static final Trie<Vocabulary.Word> PLAN = Vocabulary.of("plan");
    private static final Trie<Vocabulary.Word> EDGE = Vocabulary.of("edge");

    private PlanRules() {}

    /** A plan, or its first, middle or last year. */
    static Period plan(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        boolean quoted = cursor.takeAny(QUOTES);
        int start = cursor.at();
        Vocabulary.Word plan = cursor.take(PLAN);
        boolean told = plan != null
                && (quoted
                        ? cursor.takeAny(CLOSING_QUOTES)
                        : cursor.at() - start >= UNMISTAKABLE && PLAN_BEFORE.indexOf(cursor.next()) >= 0);
        if (!told) {
            return null;
        }
        Period years = Period.year(plan.number()).through(Period.year(plan.number() + YEARS - 1));
        int end = cursor.at();
        Vocabulary.Word edge = cursor.take(EDGE);
        if (edge == null) {
            cursor.reset(end);
            return years.withGrain(Grain.DECADE);
        }
        return Period.year(plan.number() + (edge.number() - 1) * (YEARS / 2));
    }
}
