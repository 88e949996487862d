package dev.broadsheet.segment;

/**
 * The second best way to share out a gap.
 *
 * @param choice the way
 * @param score of the best plan of the page that goes this way
 */
record Rival(Choice choice, double score) {}
