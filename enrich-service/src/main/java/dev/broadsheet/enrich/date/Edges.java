package dev.broadsheet.enrich.date;

import java.time.LocalDate;

/**
 * The start, the middle and the end of a period: the first, middle or last of the next smaller unit. 年底 is December, 季初 the quarter's
 * first month, 月末 the last ten days, 周末 Saturday and Sunday, 90年代初 the years 1990 to 1993.
 */
final class Edges {

    private static final int START = 1;
    private static final int MIDDLE = 2;

    private Edges() {}

    /**
     * An edge of a period.
     *
     * @param which 1 start, 2 middle, 3 end
     * @return null where the period is too short to have edges
     */
    static Period of(Period scope, int which) {
        if (!scope.isKnown()) {
            return Period.unknown(Grain.DAY);
        }
        Period edge =
                switch (scope.grain()) {
                    case CENTURY -> years(scope, which, new int[] {0, 40, 90}, new int[] {9, 59, 99});
                    case DECADE -> years(scope, which, new int[] {0, 4, 7}, new int[] {3, 6, 9});
                    case YEAR -> month(scope, which == START ? 0 : which == MIDDLE ? 5 : 11);
                    case HALF, QUARTER ->
                        which == START
                                ? Calendars.unit(scope.from(), Grain.MONTH, 0)
                                : Calendars.unit(
                                        which == MIDDLE ? scope.from() : scope.to(),
                                        Grain.MONTH,
                                        which == MIDDLE ? 1 : 0);
                    case MONTH ->
                        Calendars.tenday(
                                which == START ? scope.from() : scope.to().withDayOfMonth(1), which);
                    case WEEK -> weekPart(scope, which);
                    case TENDAY, DAY -> null;
                };
        return edge == null ? null : edge.withYearOf(scope);
    }

    private static Period years(Period scope, int which, int[] first, int[] last) {
        int start = scope.from().getYear();
        return Period.year(start + first[which - 1])
                .through(Period.year(start + last[which - 1]))
                .withGrain(Grain.YEAR);
    }

    private static Period month(Period year, int monthsAfterFirst) {
        return Calendars.unit(year.from(), Grain.MONTH, monthsAfterFirst);
    }

    private static Period weekPart(Period week, int which) {
        LocalDate monday = week.from();
        return switch (which) {
            case START -> Period.of(monday, monday.plusDays(1), Grain.DAY);
            case MIDDLE -> Period.day(monday.plusDays(2));
            default -> Period.of(monday.plusDays(5), monday.plusDays(6), Grain.DAY);
        };
    }
}
