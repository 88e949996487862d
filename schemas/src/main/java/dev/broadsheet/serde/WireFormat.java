package dev.broadsheet.serde;

import java.nio.ByteBuffer;

/** Confluent's wire format: a zero byte, four bytes of schema id, then the record. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER = 1 + Integer.BYTES;

    private WireFormat() {}

    /** A header for this schema id. */
    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }

    /**
     * The schema id of a message.
     *
     * @throws UndecodableRecordException when it does not start with a header
     */
    static int schemaId(String topic, byte[] message) {
        if (message.length < HEADER) {
            throw new UndecodableRecordException(
                    topic, "has " + message.length + " bytes, too few to start with a schema id", null);
        }
        if (message[0] != MAGIC) {
            throw new UndecodableRecordException(
                    topic, "starts with byte " + (message[0] & 0xff) + " where Confluent's wire format has 0", null);
        }
        return ByteBuffer.wrap(message, 1, Integer.BYTES).getInt();
    }
}
