package dev.broadsheet.segment;

/** What a printed line is for, before stories are told apart. */
enum Role {
    /** First line of a paragraph. */
    PARAGRAPH,
    /** Further line of a paragraph. */
    CONTINUATION,
    /** Kicker, headline, subheadline, intertitle, label. */
    HEADING,
    /** Names of those who wrote, on a line of their own. */
    BYLINE,
    /** Words that go with a picture. */
    CAPTION,
    /** Banner, folio, section name, imprint. */
    FURNITURE,
    /** A row of a list or table, which stands for itself; found by {@link Lists}. */
    ROW,
    /** A verse; found by {@link Poems}. */
    VERSE,
    /** The title of one of several poems under a common headline; found by {@link Poems}. */
    POEM_TITLE;

    boolean isBody() {
        return this == PARAGRAPH || this == CONTINUATION || this == ROW || this == VERSE || this == POEM_TITLE;
    }
}
