package dev.broadsheet.local.command;

import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.local.LocalStartException;
import dev.broadsheet.page.UnreadablePageException;
import dev.broadsheet.replay.ReplayException;
import dev.broadsheet.topic.UnreadableTopicException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells failures in one line each: what went wrong and what to do. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final BooleanSupplier debug;

    /** @param debug whether stack traces are wanted; asked only when something failed */
    Failures(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        print(command, e.getMessage() + " (see '" + command.getCommandSpec().qualifiedName() + " --help')", e);
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        print(command, inOneLine(e), e);
        return ExitCode.SOFTWARE;
    }

    private void print(CommandLine command, String message, Exception e) {
        command.getErr().println("broadsheet: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (debug.getAsBoolean()) {
            e.printStackTrace(command.getErr());
        }
    }

    /** A failure as its user reads it. */
    static String inOneLine(Throwable e) {
        if (e instanceof UncheckedIOException unchecked) {
            return inOneLine(unchecked.getCause());
        }
        if (e instanceof IOException file) {
            return ofFile(file);
        }
        if (isWorded(e)) {
            return e.getMessage();
        }
        if (e instanceof InterruptedException || e instanceof InterruptException) {
            return "interrupted";
        }
        if (e instanceof TimeoutException) {
            return "Kafka does not answer: " + e.getMessage();
        }
        if (e instanceof KafkaException) {
            return "Kafka: " + e.getMessage();
        }
        return "unexpected failure, please report it: " + e + " (--debug shows where)";
    }

    /** Our own exceptions say what to do in their message. */
    private static boolean isWorded(Throwable e) {
        return e instanceof CommandFailure
                || e instanceof LocalStartException
                || e instanceof ReplayException
                || e instanceof UnreadableTopicException
                || e instanceof PageRefusedException
                || e instanceof UnreadablePageException;
    }

    private static String ofFile(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": no such file";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return e.getMessage() + ": not a folder";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
