package dev.broadsheet.serde;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.Judged;
import org.apache.kafka.common.errors.SerializationException;

/** A message that can never be read: not in the wire format, or not what its schema says. */
public final class UndecodableRecordException extends SerializationException implements Judged {

    private static final long serialVersionUID = 1L;

    UndecodableRecordException(String topic, String complaint, Throwable cause) {
        super("a record of topic " + topic + " " + complaint, cause);
    }

    @Override
    public Fault fault() {
        return Fault.POISON;
    }
}
