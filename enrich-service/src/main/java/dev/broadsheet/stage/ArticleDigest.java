package dev.broadsheet.stage;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Tells whether an update would change what readers see. Page revisions and the pipeline's version do not count: the same
 * page sent again, or looked at again by a newer program that finds the same, is no news. Nor do how sure the program is and
 * why: both weigh an article against the others of its page, so that one that changes would publish all of them again.
 */
public final class ArticleDigest {

    private static final int BYTES = 16;

    private ArticleDigest() {}

    /** The first 16 bytes of a SHA-256 over all of an article but its revisions, version, confidence and reasons. */
    public static ByteBuffer of(Article article) {
        Article.Builder builder = Article.newBuilder(article).setPageRevision(0).setPipelineVersion("");
        Quality quality = article.getQuality();
        builder.setQuality(new Quality(0.0, quality.getGarbled(), quality.getSuspectedNoise(), List.of()));
        builder.setParts(article.getParts().stream()
                .map(part -> new Part(part.getPageId(), 0L, part.getLines()))
                .toList());
        return shortened(encode(builder.build()));
    }

    /**
     * The first 16 bytes of a SHA-256 over what an article's text was made from: which version of the program cut which lines
     * out of which revisions of which pages. Segmenting is a pure function of these, so articles that agree here have the same
     * text, whatever later stages say of it; and it stays the same when the schema grows.
     */
    public static ByteBuffer ofOrigin(Article article) {
        StringBuilder origin = new StringBuilder(article.getPipelineVersion());
        article.getParts().forEach(part -> {
            origin.append('\n').append(part.getPageId()).append('@').append(part.getPageRevision());
            part.getLines().forEach(lines -> origin.append(' ')
                    .append(lines.getRole())
                    .append(lines.getFirst())
                    .append('-')
                    .append(lines.getLast()));
        });
        return shortened(origin.toString().getBytes(StandardCharsets.UTF_8));
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

    private static ByteBuffer shortened(byte[] bytes) {
        try {
            return ByteBuffer.wrap(
                    Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
