package dev.broadsheet.registry;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What a failure to read or write a record calls for. Which failure is which is decided here and nowhere else.
 *
 * <p>It also judges what Confluent's serdes throw, which report a registry's refusal as a cause of the type
 * {@code RestClientException} whose message ends with the error code.
 */
public enum Fault {
    /** May pass: the registry is down or busy, the network failed. Wait and try again; the record is not to blame. */
    PASSING,
    /** The record's own: no Avro, an unknown schema id, bytes that do not decode. It can never be read. */
    POISON,
    /** The set-up's: no permission, wrong address, an incompatible or missing schema. An operator must act. */
    SETUP;

    private static final String CONFLUENT_REFUSAL = "RestClientException";
    private static final Pattern CONFLUENT_CODE = Pattern.compile("error code: (\\d+)$");
    private static final String SCHEMA_NOT_FOUND = "40403";

    /** A chain of causes longer than this is a loop. */
    private static final int DEEPEST_CAUSE = 50;

    /**
     * Judges a failure by the first of its causes that is known.
     *
     * @return empty when it comes neither from a serde nor from a registry
     */
    public static Optional<Fault> of(Throwable failure) {
        Throwable cause = failure;
        boolean serialization = false;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Fault fault = ofOne(cause);
            if (fault != null) {
                return Optional.of(fault);
            }
            serialization |= cause instanceof SerializationException;
            cause = cause.getCause();
        }
        return serialization ? Optional.of(POISON) : Optional.empty();
    }

    /** Whether the failure may pass by itself, so that trying again makes sense. */
    public static boolean isPassing(Throwable failure) {
        return of(failure).filter(PASSING::equals).isPresent();
    }

    /** Whether the record can never be read, so that it belongs with the dead letters. */
    public static boolean isPoison(Throwable failure) {
        return of(failure).filter(POISON::equals).isPresent();
    }

    private static Fault ofOne(Throwable cause) {
        if (cause instanceof Judged judged) {
            return judged.fault();
        }
        if (cause instanceof RetriableException) {
            return PASSING;
        }
        if (cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof InvalidConfigurationException
                || cause instanceof ConfigException) {
            return SETUP;
        }
        if (cause.getClass().getSimpleName().equals(CONFLUENT_REFUSAL)) {
            Matcher code = CONFLUENT_CODE.matcher(String.valueOf(cause.getMessage()));
            return code.find() && code.group(1).equals(SCHEMA_NOT_FOUND) ? POISON : SETUP;
        }
        return cause instanceof IOException && !isDecoding(cause) ? PASSING : null;
    }

    /** Avro reports bytes that end too early, or hold no number, as I/O, which is no failure of any connection. */
    private static boolean isDecoding(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }
}
