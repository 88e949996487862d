package dev.broadsheet.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder over one message, which believes no length before it has seen that so many bytes are left.
 *
 * <p>Avro's own allocates what a length says: five damaged bytes that claim a string of a gigabyte end the process with
 * an {@code OutOfMemoryError}. Here they are an end of file like any other. No type of the contract takes less than a
 * byte, so the number of elements of an array or map is held against the bytes as well.
 */
final class BoundedDecoder extends Decoder {

    private final BinaryDecoder bytes;

    BoundedDecoder(byte[] message, int from) {
        this.bytes = DecoderFactory.get().binaryDecoder(message, from, message.length - from, null);
    }

    /** Whether all bytes have been read. */
    boolean isEnd() throws IOException {
        return bytes.isEnd();
    }

    @Override
    public String readString() throws IOException {
        return new String(readBlock(), StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readBlock());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(readBlock());
    }

    @Override
    public long readArrayStart() throws IOException {
        return within(bytes.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return within(bytes.arrayNext());
    }

    @Override
    public long readMapStart() throws IOException {
        return within(bytes.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return within(bytes.mapNext());
    }

    private byte[] readBlock() throws IOException {
        byte[] block = new byte[(int) within(bytes.readLong())];
        bytes.readFixed(block, 0, block.length);
        return block;
    }

    private long within(long claimed) throws IOException {
        int left = bytes.inputStream().available();
        if (claimed < 0 || claimed > left) {
            throw new EOFException("a length of " + claimed + " where " + left + " bytes are left");
        }
        return claimed;
    }

    @Override
    public void readNull() throws IOException {
        bytes.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return bytes.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return bytes.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return bytes.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return bytes.readDouble();
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        bytes.readFixed(target, start, length);
    }

    @Override
    public int readEnum() throws IOException {
        return bytes.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return bytes.readIndex();
    }

    @Override
    public void skipString() throws IOException {
        bytes.skipString();
    }

    @Override
    public void skipBytes() throws IOException {
        bytes.skipBytes();
    }

    @Override
    public void skipFixed(int length) throws IOException {
        bytes.skipFixed(length);
    }

    @Override
    public long skipArray() throws IOException {
        return bytes.skipArray();
    }

    @Override
    public long skipMap() throws IOException {
        return bytes.skipMap();
    }
}
