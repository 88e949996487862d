package dev.broadsheet.local.command;

import dev.broadsheet.enrich.reprint.ReprintWindow;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How far apart reprints may stand, for commands that run the whole system. */
final class ReprintOptions {

    @Option(
            names = "--reprint-days",
            paramLabel = "DAYS",
            defaultValue = "14",
            converter = Days.class,
            description = "Reprints are found between issues at most so many days apart (default: ${DEFAULT-VALUE}).")
    private ReprintWindow window;

    ReprintWindow window() {
        return window;
    }

    /** Turns a number of days into a window. */
    private static final class Days implements ITypeConverter<ReprintWindow> {

        @Override
        public ReprintWindow convert(String days) {
            try {
                return ReprintWindow.ofDays(Integer.parseInt(days));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + days + "' must be 0 to " + ReprintWindow.MAX_DAYS);
            }
        }
    }
}
