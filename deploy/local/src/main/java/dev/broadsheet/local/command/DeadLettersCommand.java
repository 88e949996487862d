package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.deadletter.DeadLetterDesk;
import dev.broadsheet.deadletter.FiledLetter;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.DeadLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code broadsheet dead-letters}: what could not be processed. */
@Command(
        name = "dead-letters",
        scope = ScopeType.INHERIT,
        description = "List what could not be processed, look at it, send it back, or let it be.",
        sortOptions = false,
        footer = {
            "",
            "A letter that was redriven or discarded is decided: it is listed with --all only, and never redriven twice.",
            "What fails again after a redrive is a letter of its own, which says how often it has been tried.",
            "",
            "Examples:",
            "  broadsheet dead-letters list --stage segment",
            "  broadsheet dead-letters show 17",
            "  broadsheet dead-letters redrive 17 18",
            "  broadsheet dead-letters redrive --stage enrich --publication minhai-daily --failed-before 2h",
            "  broadsheet dead-letters list --application-id green",
            "  broadsheet dead-letters discard 17"
        })
final class DeadLettersCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "One line for each.")
    int list(
            @Mixin DeadLetterChoice choice,
            @Option(names = "--all", description = "The decided ones, too.") boolean all,
            @Option(names = "--json", description = "One JSON object for each.") boolean json,
            @Mixin ClusterOptions cluster)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetterDesk desk = new DeadLetterDesk(cluster.impatient())) {
            List<FiledLetter> letters =
                    chosen(desk, choice).filter(letter -> all || letter.open()).toList();
            letters.forEach(letter -> out.println(json ? toJson(letter) : inOneLine(letter)));
            if (letters.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("broadsheet: no such dead letter" + (all ? "" : " waits for a decision"));
            }
        }
        return ExitCode.OK;
    }

    private static String inOneLine(FiledLetter filed) {
        DeadLetter letter = filed.letter();
        return "%6d  %s  %s%-8s %s  %s%s%s"
                .formatted(
                        filed.number(),
                        letter.getFailedAt(),
                        letter.getApplication() == null ? "" : letter.getApplication() + "-",
                        letter.getStage(),
                        filed.subject(),
                        letter.getCause(),
                        letter.getRedrives() == 0 ? "" : "  (redrives: " + letter.getRedrives() + ")",
                        filed.open() ? "" : "  (decided)");
    }

    @Command(name = "show", description = "Everything about some, the stack trace included.")
    int show(@Mixin DeadLetterChoice choice, @Mixin ClusterOptions cluster) throws IOException {
        try (DeadLetterDesk desk = new DeadLetterDesk(cluster.impatient())) {
            List<FiledLetter> letters = chosen(desk, choice).toList();
            requireAll(choice, letters);
            letters.forEach(
                    letter -> spec.commandLine().getOut().println(toJson(letter).toPrettyString()));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "redrive",
            description = "Have the stages try once more: pages as they came, articles from their page in the archive.")
    int redrive(@Mixin DeadLetterChoice choice, @Mixin ClusterOptions cluster) throws IOException {
        return decide("redriven", choice, cluster, DeadLetterDesk::redrive);
    }

    @Command(name = "discard", description = "Decide that nothing becomes of them.")
    int discard(@Mixin DeadLetterChoice choice, @Mixin ClusterOptions cluster) throws IOException {
        return decide("discarded", choice, cluster, DeadLetterDesk::discard);
    }

    private int decide(
            String done,
            DeadLetterChoice choice,
            ClusterOptions cluster,
            BiConsumer<DeadLetterDesk, List<FiledLetter>> decision)
            throws IOException {
        if (choice.isOfAll()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say which: numbers, --application-id, --stage, --publication, --cause or an age");
        }
        try (DeadLetterDesk desk = new DeadLetterDesk(cluster.impatient())) {
            // A number is meant; a filter means what is still open.
            List<FiledLetter> letters = chosen(desk, choice)
                    .filter(letter -> !choice.numbers().isEmpty() || letter.open())
                    .toList();
            requireAll(choice, letters);
            if (!letters.isEmpty()) {
                decision.accept(desk, letters);
            }
            spec.commandLine().getOut().println("dead letters " + done + ": " + letters.size());
            return ExitCode.OK;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static Stream<FiledLetter> chosen(DeadLetterDesk desk, DeadLetterChoice choice) {
        return desk.letters().stream().filter(choice::takes);
    }

    private static void requireAll(DeadLetterChoice choice, List<FiledLetter> letters) {
        for (long number : choice.numbers()) {
            if (letters.stream().noneMatch(letter -> letter.number() == number)) {
                throw new CommandFailure(
                        "there is no dead letter " + number + " of that kind; 'list --all' shows them");
            }
        }
    }

    private static ObjectNode toJson(FiledLetter filed) {
        ObjectNode json = RecordJson.toJson(filed.letter());
        json.put("number", filed.number());
        json.put("open", filed.open());
        return json;
    }
}
