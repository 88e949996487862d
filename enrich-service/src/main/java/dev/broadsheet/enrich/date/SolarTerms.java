package dev.broadsheet.enrich.date;

import java.time.LocalDate;

/**
 * The twenty-four solar terms (节气): the days, in China's time, on which the sun reaches each fifteenth degree of its
 * apparent longitude, 小寒 at 285 degrees first.
 *
 * <p>Source: J. Meeus, <i>Astronomical Formulae for Calculators</i>, 4th ed., ch. 18 (apparent longitude of the sun with
 * the planetary corrections; good to about 0.001 degrees, that is one and a half minutes), and the IERS's observed
 * difference between terrestrial and universal time. A term that falls within two minutes of midnight may therefore
 * come out a day off, once or twice in a lifetime.
 */
final class SolarTerms {

    static final int TERMS = 24;
    private static final int FIRST_LONGITUDE = 285;
    private static final int DEGREES_PER_TERM = 15;
    private static final double TROPICAL_YEAR = 365.2422;
    private static final double CHINA_HOURS = 8.0 / 24;
    /** 1900, 1920, … 2040; the last one is a forecast. */
    private static final double[] DELTA_T = {-3, 21, 24, 33, 51, 64, 69, 75};

    private static final double JULIAN_DAY_OF_EPOCH = 2440587.5;

    private SolarTerms() {}

    /**
     * The day of a term.
     *
     * @param index 0 (小寒, early January) to 23 (冬至, late December)
     */
    static LocalDate day(int year, int index) {
        double longitude = (FIRST_LONGITUDE + DEGREES_PER_TERM * index) % 360;
        double newYear = LocalDate.of(year, 1, 1).toEpochDay() + JULIAN_DAY_OF_EPOCH;
        double instant = newYear + 5 + index * TROPICAL_YEAR / TERMS;
        for (int i = 0; i < 6; i++) { // Newton's steps; the sun moves evenly enough that four reach the second
            double away = Math.IEEEremainder(longitude - sunLongitude(instant), 360);
            instant += away * TROPICAL_YEAR / 360;
        }
        double universal = instant - deltaSeconds(year) / 86_400;
        return LocalDate.ofEpochDay((long) Math.floor(universal + CHINA_HOURS - JULIAN_DAY_OF_EPOCH));
    }

    /** Apparent longitude in degrees at a Julian day of terrestrial time. */
    private static double sunLongitude(double julianDay) {
        double t = (julianDay - 2415020.0) / 36525;
        double mean = 279.69668 + 36000.76892 * t + 0.0003025 * t * t;
        double anomaly = 358.47583 + 35999.04975 * t - 0.000150 * t * t - 0.0000033 * t * t * t;
        double centre = (1.919460 - 0.004789 * t - 0.000014 * t * t) * sin(anomaly)
                + (0.020094 - 0.000100 * t) * sin(2 * anomaly)
                + 0.000293 * sin(3 * anomaly);
        double planets = 0.00134 * cos(153.23 + 22518.7541 * t)
                + 0.00154 * cos(216.57 + 45037.5082 * t)
                + 0.00200 * cos(312.69 + 32964.3577 * t)
                + 0.00179 * sin(350.74 + 445267.1142 * t - 0.00144 * t * t)
                + 0.00178 * sin(231.19 + 20.20 * t);
        double aberrationAndNutation = -0.00569 - 0.00479 * sin(259.18 - 1934.142 * t);
        return mean + centre + planets + aberrationAndNutation;
    }

    /** Terrestrial minus universal time in seconds, between the observed values of every twentieth year. */
    private static double deltaSeconds(int year) {
        double position = Math.max(0, Math.min(DELTA_T.length - 1.001, (year - 1900) / 20.0));
        int before = (int) position;
        return DELTA_T[before] + (position - before) * (DELTA_T[before + 1] - DELTA_T[before]);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
