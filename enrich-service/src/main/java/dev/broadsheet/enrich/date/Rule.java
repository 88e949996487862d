package dev.broadsheet.enrich.date;

/** One way in which an expression begins or goes on: a production of the grammar. */
@FunctionalInterface
interface Rule {

    /**
     * Reads one component at the cursor.
     *
     * @param scope what the expression has narrowed down to so far; null at its beginning
     * @return the narrower period, the cursor behind it; null where the rule does not apply (the cursor is then anywhere)
     */
    Period read(Cursor cursor, Period scope, Anchor anchor);
}
