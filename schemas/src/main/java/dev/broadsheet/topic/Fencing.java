package dev.broadsheet.topic;

import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Tells why Kafka let go of a producer: of two that bear one transactional id, the later one wins. */
public final class Fencing {

    private Fencing() {}

    /** Whether a failure, or what caused it, says that another producer of the same transactional id has begun since. */
    public static boolean isFencedOff(Throwable failure) {
        return failure instanceof ProducerFencedException
                || failure instanceof InvalidProducerEpochException
                || failure.getCause() != null && isFencedOff(failure.getCause());
    }
}
