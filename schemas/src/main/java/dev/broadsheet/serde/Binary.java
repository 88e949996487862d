package dev.broadsheet.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding into byte arrays. */
final class Binary {

    private static final int USUAL_SIZE = 4 << 10;

    /** Something that writes itself. */
    interface Content {
        void writeTo(Encoder encoder) throws IOException;
    }

    private Binary() {}

    /** The header, then the content. */
    static byte[] encode(byte[] header, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.writeBytes(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        content.writeTo(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
