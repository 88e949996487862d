package dev.broadsheet.local.command;

import dev.broadsheet.deadletter.FiledLetter;
import dev.broadsheet.topology.Stage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which dead letters a user means. Every condition that is given must hold. */
final class DeadLetterChoice {

    @Parameters(paramLabel = "NUMBER", arity = "0..*", description = "Numbers as 'list' prints them.")
    private Set<Long> numbers = Set.of();

    @Option(
            names = "--application-id",
            paramLabel = "PREFIX",
            description = "Only those of this stream, where a new version runs beside the old one.")
    private String application;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            converter = StageName.class,
            description = "Only those that failed in segment, classify or enrich.")
    private Stage stage;

    @Option(names = "--publication", paramLabel = "SLUG", description = "Only those of this newspaper.")
    private String publication;

    @Option(names = "--cause", paramLabel = "TEXT", description = "Only those whose cause holds this text.")
    private String cause;

    @Option(
            names = "--failed-before",
            paramLabel = "AGE",
            converter = Ago.class,
            description = "Only those that failed longer ago: 90m, 36h or 7d.")
    private Instant before;

    @Option(
            names = "--failed-within",
            paramLabel = "AGE",
            converter = Ago.class,
            description = "Only those that failed since then: 90m, 36h or 7d.")
    private Instant since;

    /** The numbers that were named; empty where none was. */
    Set<Long> numbers() {
        return numbers;
    }

    boolean isOfAll() {
        return numbers.isEmpty()
                && application == null
                && stage == null
                && publication == null
                && cause == null
                && before == null
                && since == null;
    }

    boolean takes(FiledLetter filed) {
        Instant failedAt = filed.letter().getFailedAt();
        return (numbers.isEmpty() || numbers.contains(filed.number()))
                && (application == null || application.equals(filed.letter().getApplication()))
                && (stage == null || stage.id().equals(filed.letter().getStage()))
                && (publication == null || filed.subject().startsWith(publication + "/"))
                && (cause == null || filed.letter().getCause().contains(cause))
                && (before == null || failedAt.isBefore(before))
                && (since == null || !failedAt.isBefore(since));
    }

    /** An age, as the instant that long ago. */
    static final class Ago implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String age) {
            try {
                Duration passed = Duration.parse((age.endsWith("d") ? "P" : "PT") + age);
                return Instant.now().minus(passed);
            } catch (DateTimeException | ArithmeticException e) {
                throw new TypeConversionException("'" + age + "' is no age; write 90m, 36h or 7d");
            }
        }
    }
}
