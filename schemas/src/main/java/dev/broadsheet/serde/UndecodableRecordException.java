package dev.broadsheet.serde;

import org.apache.kafka.common.errors.SerializationException;

/** A message that can never be read: not in the wire format, or not what its schema says. */
public final class UndecodableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UndecodableRecordException(String topic, String complaint, Throwable cause) {
        super("a record of topic " + topic + " " + complaint, cause);
    }
}
