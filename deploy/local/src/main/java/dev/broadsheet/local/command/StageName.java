package dev.broadsheet.local.command;

import dev.broadsheet.topology.Stage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a stage. */
final class StageName implements ITypeConverter<Stage> {

    @Override
    public Stage convert(String name) {
        try {
            return Stage.parse(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
