/**
 * Dates as newspapers write them, and the days they mean.
 *
 * <p>An expression narrows from coarse to fine, 去年 四季度 末: each {@link dev.broadsheet.enrich.date.Rule} reads one
 * component within the {@link dev.broadsheet.enrich.date.Period} read so far, and the {@link
 * dev.broadsheet.enrich.date.Grammar} chains them and joins two into a range. So a new kind of component is one rule, and
 * works at once in every combination. What an expression leaves out comes from the {@link
 * dev.broadsheet.enrich.date.Anchor}: the left side of a range (7月17日至<b>19日</b>), the date mentioned before, the date of
 * the issue. Never from today's date.
 *
 * <p>Words, feasts and reigns stand in {@code dates.txt} beside this package's classes; calendars are computed ({@link
 * dev.broadsheet.enrich.date.LunarCalendar} by ICU, {@link dev.broadsheet.enrich.date.SolarTerms} by astronomy).
 *
 * <p>What is not a date is left alone: scores (3-1), numbers (13920240717), stretches of time (24小时, 两天一夜, 20年), ordinals (第3日), house numbers (3号楼).
 */
package dev.broadsheet.enrich.date;
