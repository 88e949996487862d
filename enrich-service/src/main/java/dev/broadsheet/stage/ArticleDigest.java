package dev.broadsheet.stage;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Tells whether an update would change what readers see. Page revisions and the pipeline's version do not count: the same
 * page sent again, or looked at again by a newer program that finds the same, is no news.
 */
public final class ArticleDigest {

    private static final int BYTES = 16;

    private ArticleDigest() {}

    /** The first 16 bytes of a SHA-256 over all of an article but its revisions and version. */
    public static ByteBuffer of(Article article) {
        Article.Builder builder = Article.newBuilder(article).setPageRevision(0).setPipelineVersion("");
        builder.setParts(article.getParts().stream()
                .map(part -> new Part(part.getPageId(), 0L, part.getLines()))
                .toList());
        return ByteBuffer.wrap(Arrays.copyOf(sha256(encode(builder.build())), BYTES));
    }

    private static byte[] encode(Article article) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(Article.class).write(article, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
