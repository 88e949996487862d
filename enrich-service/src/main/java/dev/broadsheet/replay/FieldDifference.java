package dev.broadsheet.replay;

/**
 * One field of an article before and after.
 *
 * @param field name of the field, as in the Article schema
 * @param before readable value; empty where there was none
 * @param after readable value; empty where there is none
 */
public record FieldDifference(String field, String before, String after) {}
