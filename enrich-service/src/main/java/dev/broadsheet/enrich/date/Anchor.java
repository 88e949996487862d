package dev.broadsheet.enrich.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * What an expression leans on for the parts that it does not print.
 *
 * @param issue date of the issue; null where unknown
 * @param left the left side of the range whose right side is being read; null elsewhere
 * @param previous the last date mentioned before; null where there is none
 * @param sameSentence whether {@code previous} stands in the same sentence
 * @param future whether the sentence speaks of days to come (将, 定于)
 * @param relaxed whether the text is nothing but the expression, so that no other reading competes
 */
record Anchor(
        LocalDate issue, Period left, Period previous, boolean sameSentence, BooleanSupplier future, boolean relaxed) {

    /** The current year is meant unless another one is nearer by more than this. */
    private static final long CURRENT_YEAR_BONUS = 100;
    /** News tells of the past: days ahead of the issue, in another year, weigh so much more. */
    private static final long AHEAD_WEIGHT = 5;
    /** And where it tells of the future, days that are over weigh so much more. */
    private static final long PAST_WEIGHT = 8;
    /** A bare 30日 is of this month unless that is further ahead than this; on the 5th it is of last month. */
    private static final long DAYS_AHEAD = 20;

    private static final LocalDate LEAP_NEW_YEAR = LocalDate.of(Period.LEAP_YEAR, 1, 1);

    Anchor rightOf(Period leftSide) {
        return new Anchor(issue, leftSide.isKnown() ? leftSide : null, previous, sameSentence, future, relaxed);
    }

    /** This anchor behind a date in the same expression. */
    Anchor after(Period date) {
        return new Anchor(issue, left, date, true, future, relaxed);
    }

    /** The unit around the issue date, so many units on. */
    Period relative(Grain grain, int offset) {
        return issue == null ? Period.unknown(grain) : Calendars.unit(issue, grain, offset);
    }

    /** The unit around the last date mentioned, or else around the issue date. */
    Period anaphor(Grain grain, int offset) {
        return previous != null && previous.isKnown() && previous.yearKnown()
                ? Calendars.unit(previous.to(), grain, offset)
                : relative(grain, offset);
    }

    /**
     * A period whose year is not printed.
     *
     * @param inYear the period in a given year; null where that year has none (2月29日)
     * @return null where no year near by has one
     */
    Period inUntoldYear(IntFunction<Period> inYear) {
        if (left != null) {
            return afterLeft(inYear);
        }
        if (sameSentence && previous != null && previous.isKnown() && previous.yearKnown()) {
            Period found = inYear.apply(previous.to().getYear());
            if (found != null) {
                return found;
            }
        }
        if (issue == null) {
            Period found = inYear.apply(Period.LEAP_YEAR);
            return found == null ? null : found.withYearUnknown();
        }
        return nearest(inYear);
    }

    private Period afterLeft(IntFunction<Period> inYear) {
        Period found = inYear.apply(left.to().getYear());
        if (found == null || found.to().isBefore(left.from())) {
            found = inYear.apply(left.to().getYear() + 1);
        }
        return found == null ? null : found.withYearOf(left);
    }

    private Period nearest(IntFunction<Period> inYear) {
        Period best = null;
        long bestCost = Long.MAX_VALUE;
        for (int offset : new int[] {0, -1, 1}) {
            Period candidate = inYear.apply(issue.getYear() + offset);
            long cost = candidate == null ? Long.MAX_VALUE : cost(candidate, offset);
            if (cost < bestCost) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best;
    }

    private long cost(Period candidate, int offset) {
        long ahead = Math.max(0, ChronoUnit.DAYS.between(issue, candidate.from()));
        long past = Math.max(0, ChronoUnit.DAYS.between(candidate.to(), issue));
        boolean toCome = future.getAsBoolean();
        long weighted = ahead * (offset > 0 && !toCome ? AHEAD_WEIGHT : 1) + past * (toCome ? PAST_WEIGHT : 1);
        return weighted - (offset == 0 ? CURRENT_YEAR_BONUS : 0);
    }

    /** A day of a month that is not printed: of the left side's, or near the issue date; null where none fits. */
    Period dayInUntoldMonth(int day) {
        if (left != null) {
            return firstWithDay(left.to().withDayOfMonth(1), day, left.from()).withYearOf(left);
        }
        LocalDate near = contextMonth();
        if (near != null && dayOf(near, day) != null) {
            return Period.day(dayOf(near, day)).withYearOf(previous);
        }
        return issue == null ? Period.unknown(Grain.DAY) : dayNearIssue(day);
    }

    /** The month spoken of before, where it is the issue's or a neighbour, or the page has no date. */
    private LocalDate contextMonth() {
        if (previous == null || !previous.isKnown() || !previous.grain().finerThan(Grain.QUARTER)) {
            return null;
        }
        boolean near = issue == null
                || sameSentence
                || Math.abs(ChronoUnit.DAYS.between(previous.to(), issue)) <= 45 && previous.yearKnown();
        return near ? previous.to().withDayOfMonth(1) : null;
    }

    private Period dayNearIssue(int day) {
        LocalDate month = issue.withDayOfMonth(1);
        LocalDate here = dayOf(month, day);
        boolean toCome = future.getAsBoolean();
        boolean farAhead = here == null || ChronoUnit.DAYS.between(issue, here) > DAYS_AHEAD;
        if (farAhead && !toCome) {
            LocalDate before = dayOf(month.minusMonths(1), day);
            return before == null ? null : Period.day(before);
        }
        if (toCome && here != null && here.isBefore(issue)) {
            return firstWithDay(month, day, issue);
        }
        return here == null ? firstWithDay(month, day, issue) : Period.day(here);
    }

    private static Period firstWithDay(LocalDate month, int day, LocalDate notBefore) {
        LocalDate found = null;
        for (int i = 0; i < 4 && (found == null || found.isBefore(notBefore)); i++) {
            found = dayOf(month.plusMonths(i), day);
        }
        return Period.day(found);
    }

    private static LocalDate dayOf(LocalDate month, int day) {
        try {
            return month.withDayOfMonth(day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** This anchor on a page whose date nobody knows. */
    Anchor withoutIssue() {
        return new Anchor(null, left, null, false, future, relaxed);
    }

    /** The month of the left side, or else of the issue. */
    Period monthSpokenOf() {
        return spokenOf(Grain.MONTH);
    }

    /** The week of the left side, or else of the issue. */
    Period weekSpokenOf() {
        return spokenOf(Grain.WEEK);
    }

    /** The unit of the left side, or else of the issue. */
    Period spokenOf(Grain grain) {
        return left == null
                ? relative(grain, 0)
                : Calendars.unit(left.to(), grain, 0).withYearOf(left);
    }

    /** A day by which an unknown year can be counted: the issue date, or the stand-in year's first day. */
    LocalDate standIn() {
        return issue == null ? LEAP_NEW_YEAR : issue;
    }
}
