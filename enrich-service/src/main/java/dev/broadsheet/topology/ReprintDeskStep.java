package dev.broadsheet.topology;

import dev.broadsheet.enrich.reprint.ReprintStore;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.schema.Article;
import dev.broadsheet.stage.ReprintDesk;
import dev.broadsheet.topic.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The last desk: it finds reprints, drops what would change nothing, and publishes. What comes as part of a change waits for the
 * rest of it and is published at once with it: Kafka Streams commits between two records that it hands to a step and never
 * within the work on one, so it is one transaction. What comes alone is published alone.
 */
final class ReprintDeskStep extends Step {

    /** Digests of what was last published, by article id. */
    private static final String PUBLISHED = "published-digests";

    /** The reprint index's own state. */
    private static final String INDEX = "reprint-index";

    /** Articles that the reprint index remembers, as last published. */
    private static final String TEXTS = "reprint-articles";

    static final List<String> STORES = List.of(PUBLISHED, INDEX, TEXTS, OpenChanges.STORE);

    private final ChangeWatch watch;
    private final Codec<Article> in;
    private final Codec<Article> out;
    private final ReprintWindow window;
    private OpenChanges open;
    private PublishedDigests published;
    private ReprintDesk desk;

    ReprintDeskStep(String name, Pipeline pipeline, ChangeWatch watch) {
        super(Stage.ENRICH, name, pipeline);
        window = pipeline.reprints();
        this.watch = watch;
        in = new Codec<>(EnrichTopology.ENRICHED, Article.class, pipeline.serdes());
        out = new Codec<>(pipeline.topics().articles(), Article.class, pipeline.serdes());
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        super.init(context);
        open = new OpenChanges(context.getStateStore(OpenChanges.STORE), watch);
        published = new PublishedDigests(context.getStateStore(PUBLISHED));
        desk = new ReprintDesk(
                new Index(context.getStateStore(INDEX)), new Texts(context.getStateStore(TEXTS), in), window);
    }

    @Override
    List<Sent> work(String id, byte[] value, Headers headers) {
        if (RecordMarks.change(headers).isEmpty()) {
            return take(id, value, headers);
        }
        open.add(id, value);
        return List.of();
    }

    /** An article of the change that fails does not take the others with it. */
    @Override
    List<Sent> endChange(String pageId, Headers headers) {
        List<Sent> sent = new ArrayList<>();
        open.close(pageId)
                .forEach(article -> sent.addAll(orDeadLetter(
                        article.key.getBytes(StandardCharsets.UTF_8),
                        article.value,
                        () -> take(article.key, article.value, headers))));
        return sent;
    }

    private List<Sent> take(String id, byte[] value, Headers headers) {
        List<Sent> sent = new ArrayList<>();
        if (value == null) {
            // Sent on even where nothing is known to be published: the store may be younger than the topic.
            published.remove(id);
            sent.add(new Sent(id, Outcome.onward(null)));
            desk.remove(id).forEach(article -> publish(article, sent));
            return sent;
        }
        Article article = in.decode(headers, value);
        if (!isOvertaken(article, headers)) {
            desk.put(article).forEach(told -> publish(told, sent));
        }
        return sent;
    }

    /**
     * Whether an article that was taken from the published ones, to be classified or enriched once more, has been replaced
     * or taken away since. What replaced it has come through the same stages.
     */
    private boolean isOvertaken(Article article, Headers headers) {
        boolean textIsOld = RecordMarks.replayedFrom(headers)
                .filter(stage -> !stage.equals(Stage.SEGMENT.id()))
                .isPresent();
        return textIsOld && !published.holdTheTextOf(article);
    }

    private void publish(Article article, List<Sent> sent) {
        String id = article.getId();
        byte[] digests = PublishedDigests.of(article);
        if (published.hold(id, digests)) {
            return;
        }
        try {
            sent.add(new Sent(id, Outcome.onward(out.encode(article))));
            published.put(id, digests);
        } catch (RecordTooLargeException e) {
            sent.add(deadLetter(id.getBytes(StandardCharsets.UTF_8), null, id, e));
        }
    }

    @Override
    public void close() {
        super.close();
        watch.leave();
        in.close();
        out.close();
    }

    private record Index(KeyValueStore<String, byte[]> store) implements ReprintStore {

        @Override
        public byte[] get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            store.put(key, value);
        }
    }

    private record Texts(KeyValueStore<String, byte[]> store, Codec<Article> codec) implements ReprintDesk.Texts {

        @Override
        public Article get(String id) {
            byte[] article = store.get(id);
            return article == null ? null : codec.remembered(id, article);
        }

        @Override
        public void put(String id, Article article) {
            store.put(id, article == null ? null : codec.encode(article));
        }
    }
}
