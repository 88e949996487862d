package dev.broadsheet.registry;

import org.apache.kafka.common.KafkaException;

/**
 * A registry could not be asked, or refused. The message says what was asked, with subject or id, and the registry's
 * status, error code and message.
 */
public final class RegistryException extends KafkaException implements Judged {

    /** The registry's error code for a subject it does not know. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** The registry's error code for a schema it does not know. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    /** The registry's status and error code for a schema that is not compatible with its subject's history. */
    public static final int INCOMPATIBLE = 409;

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int status;
    private final int errorCode;

    RegistryException(Fault fault, int status, int errorCode, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.status = status;
        this.errorCode = errorCode;
    }

    /** A refusal: the registry answered, with an error. */
    static RegistryException refused(Fault fault, int status, int errorCode, String asked, String answer) {
        String code = errorCode == status ? "" : ", error code " + errorCode;
        return new RegistryException(
                fault,
                status,
                errorCode,
                asked + ": the schema registry answered " + status + code + ": " + answer,
                null);
    }

    @Override
    public Fault fault() {
        return fault;
    }

    /** HTTP status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** The registry's error code, such as 40403; the status where it gave none; 0 when there was no answer. */
    public int errorCode() {
        return errorCode;
    }
}
