package dev.broadsheet.enrich.date;

/** How coarse a period is, from the coarsest to the finest. An expression narrows from coarse to fine: 去年 四季度 末. */
enum Grain {
    CENTURY,
    DECADE,
    YEAR,
    HALF,
    QUARTER,
    MONTH,
    TENDAY,
    WEEK,
    DAY;

    boolean finerThan(Grain other) {
        return compareTo(other) > 0;
    }
}
