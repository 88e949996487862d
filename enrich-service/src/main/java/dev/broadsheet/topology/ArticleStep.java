package dev.broadsheet.topology;

import dev.broadsheet.schema.Article;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;

/** A step that adds to each article by itself, and hands tombstones on. */
final class ArticleStep extends Step {

    private final Supplier<UnaryOperator<Article>> stage;
    private final Codec<Article> in;
    private final Codec<Article> out;

    /**
     * @param name the step's name in its topology
     * @param in topic that the articles come from
     * @param out topic, or subject in the registry, to which they go
     * @param stage what is done to an article
     */
    ArticleStep(
            Stage of, String name, Pipeline pipeline, String in, String out, Supplier<UnaryOperator<Article>> stage) {
        super(of, name, pipeline);
        this.stage = stage;
        this.in = new Codec<>(in, Article.class, pipeline.serdes());
        this.out = new Codec<>(out, Article.class, pipeline.serdes());
    }

    @Override
    List<Sent> work(String id, byte[] value, Headers headers) {
        byte[] made = value == null ? null : out.encode(stage.get().apply(in.decode(headers, value)));
        return List.of(new Sent(id, Outcome.onward(made)));
    }

    @Override
    public void close() {
        super.close();
        in.close();
        out.close();
    }
}
