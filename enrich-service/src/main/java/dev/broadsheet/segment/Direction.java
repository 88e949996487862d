package dev.broadsheet.segment;

/** Where a page (mostly) prints headlines: above the body, or, as text pulled from a PDF often has it, below. */
enum Direction {
    BEFORE,
    AFTER
}
