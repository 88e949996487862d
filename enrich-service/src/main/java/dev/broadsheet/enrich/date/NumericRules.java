package dev.broadsheet.enrich.date;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates in figures alone: 2024-07-17, 2024/7/17, 2024.7.17, 2024 07 17, 20240717, 2024-07, 24.07.18. */
final class NumericRules {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;
    private static final int YEARS_OF_CENTURY = 100;
    private static final int YEARS_OF_SHORT_PRINT = 10;

    private NumericRules() {}

    /** Year, month and day with one separator between them, or none. */
    static Period date(Cursor cursor, Period scope, Anchor anchor) {
        if (scope != null) {
            return null;
        }
        Cursor.Number year = figures(cursor);
        if (year == null) {
            return null;
        }
        if (year.length() <= 2) {
            return shortened(cursor, year, anchor);
        }
        if (year.length() == 8) {
            return endsHere(cursor) ? day(year.value() / 10_000, year.value() / 100 % 100, year.value() % 100) : null;
        }
        if (year.length() == 6 && anchor.relaxed() && endsHere(cursor)) {
            return month(year.value() / 100, year.value() % 100);
        }
        return year.length() == 4 ? separated(cursor, year.value(), anchor) : null;
    }

    /** After 2024.3.1— the year is not said again: 3.10. A caption or a folio may print its year short: 24.07.18. */
    private static Period shortened(Cursor cursor, Cursor.Number first, Anchor anchor) {
        char separator = cursor.next();
        if ("-/.".indexOf(separator) < 0) {
            return null;
        }
        cursor.reset(cursor.at() + 1);
        Cursor.Number second = figures(cursor);
        if (second == null || second.length() > 2) {
            return null;
        }
        if (cursor.next() != separator) {
            boolean right = anchor.left() != null && anchor.left().isOneDay() && endsHere(cursor);
            return right ? day(anchor.left().to().getYear(), first.value(), second.value()) : null;
        }
        cursor.reset(cursor.at() + 1);
        Cursor.Number third = figures(cursor);
        boolean full = first.length() == 2 && second.length() == 2 && third != null && third.length() == 2;
        int century = anchor.standIn().getYear() / YEARS_OF_CENTURY * YEARS_OF_CENTURY;
        return full && anchor.issue() != null && endsHere(cursor)
                ? past(day(century + first.value(), second.value(), third.value()), anchor)
                : null;
    }

    /** Figures so short are a version or a score as well, so only the last years' days are taken for a date. */
    private static Period past(Period day, Anchor anchor) {
        boolean recent = day != null
                && !day.from().isAfter(anchor.issue().plusYears(1))
                && day.from().isAfter(anchor.issue().minusYears(YEARS_OF_SHORT_PRINT));
        return recent ? day : null;
    }

    private static Period month(int year, int month) {
        return inRange(year) && month >= 1 && month <= 12 ? Period.month(year, month) : null;
    }

    private static Period separated(Cursor cursor, int year, Anchor anchor) {
        char separator = cursor.next();
        if ("-/. ".indexOf(separator) < 0) {
            return null;
        }
        cursor.reset(cursor.at() + 1);
        Cursor.Number month = figures(cursor);
        if (month == null || month.length() > 2) {
            return null;
        }
        int afterMonth = cursor.at();
        if (cursor.next() == separator) {
            cursor.reset(cursor.at() + 1);
            Cursor.Number day = figures(cursor);
            boolean range = separator != '-' && cursor.next() == '-'; // 2024.3.1-3.10
            if (day != null && day.length() <= 2 && (range || endsHere(cursor))) {
                return day(year, month.value(), day.value());
            }
            cursor.reset(afterMonth);
        }
        boolean dateLike = "-/".indexOf(separator) >= 0 || separator == '.' && anchor.relaxed();
        return dateLike && month.length() == 2 && endsHere(cursor) ? month(year, month.value()) : null;
    }

    private static Cursor.Number figures(Cursor cursor) {
        if (!Cursor.isDigit(cursor.next())) {
            return null;
        }
        Cursor.Number number = cursor.number();
        return number == null || number.han() ? null : number;
    }

    /** Not inside a longer number, a serial number or a measure: 20240717001, 2024.7.17.3, 20240717元. */
    private static boolean endsHere(Cursor cursor) {
        char next = cursor.next();
        return !Cursor.isDigit(next) && "-/.年月日号元万亿人%‰".indexOf(next) < 0 && !isLetter(next);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Period day(int year, int month, int day) {
        try {
            return inRange(year) ? Period.day(LocalDate.of(year, month, day)) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
