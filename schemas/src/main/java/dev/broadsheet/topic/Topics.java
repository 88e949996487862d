package dev.broadsheet.topic;

import static dev.broadsheet.topic.Cleanup.COMPACT;
import static dev.broadsheet.topic.Cleanup.DELETE;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Every topic of Broadsheet.
 *
 * <p>Sizes are kept in step here, because Kafka checks them in several places: a page's content has at most
 * {@link #MAX_CONTENT_BYTES}; decoding it to UTF-8 at most triples it, so a record made from it fits
 * {@link #MAX_RECORD_BYTES}; a dead letter holds a whole record and the reason, so it fits
 * {@link #MAX_DEAD_LETTER_BYTES}. Producers take {@link #producerLimits()}.
 *
 * <p>Pages lie in partitions by their id; articles, on all three topics, by the issue in which they stand: see {@link
 * IssuePartitioner}.
 */
public final class Topics {

    /** Largest content of one page, in bytes. A broadsheet page of text has some 30 KB. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    /** Largest batch of pages or articles, in bytes. */
    public static final int MAX_RECORD_BYTES = 16 << 20;

    /** Largest dead letter, in bytes. */
    public static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + (1 << 20);

    /** Compression of topics and producers: newspaper text shrinks to about a third. */
    public static final String COMPRESSION = "zstd";

    private static final int PARTITIONS = 6;
    private static final Duration WEEK = Duration.ofDays(7);

    /** Pages as they were received: the archive. */
    public static final KafkaTopic<RawPage> PAGES =
            new KafkaTopic<>("broadsheet.pages", "page id", RawPage.class, COMPACT, null, PARTITIONS, MAX_RECORD_BYTES);

    /** Pages of the archive on their way through the stream once more, beside live traffic. */
    public static final KafkaTopic<RawPage> PAGES_REPLAY = new KafkaTopic<>(
            "broadsheet.pages.replay", "page id", RawPage.class, DELETE, WEEK, PARTITIONS, MAX_RECORD_BYTES);

    /**
     * Articles after segmentation and stitching; a null value means that the article is gone, or under a page's id that a change has
     * ended ({@link RecordMarks#CHANGE}).
     */
    public static final KafkaTopic<Article> SEGMENTED = new KafkaTopic<>(
            "broadsheet.articles.segmented", "article id", Article.class, DELETE, WEEK, PARTITIONS, MAX_RECORD_BYTES);

    /** Articles with topics and genre; null values as in {@link #SEGMENTED}. */
    public static final KafkaTopic<Article> CLASSIFIED = new KafkaTopic<>(
            "broadsheet.articles.classified", "article id", Article.class, DELETE, WEEK, PARTITIONS, MAX_RECORD_BYTES);

    /**
     * Finished articles, the newest state of each; a null value means that the article is gone. What one page changes at one time
     * bears the same {@link RecordMarks#CHANGE}, stands side by side in one partition, and is one transaction. What bears no such mark
     * comes alone: an article that was only classified or enriched once more, whose text stays.
     */
    public static final KafkaTopic<Article> ARTICLES = new KafkaTopic<>(
            "broadsheet.articles", "article id", Article.class, COMPACT, null, PARTITIONS, MAX_RECORD_BYTES);

    /** Records that could never be processed. Few, and kept until an operator decides, so one partition without end. */
    public static final KafkaTopic<DeadLetter> DEAD_LETTERS = new KafkaTopic<>(
            "broadsheet.dead-letters",
            "page id or article id",
            DeadLetter.class,
            DELETE,
            null,
            1,
            MAX_DEAD_LETTER_BYTES);

    private Topics() {}

    /** Every topic, in the order in which records pass through them. */
    public static List<KafkaTopic<?>> all() {
        return List.of(PAGES, PAGES_REPLAY, SEGMENTED, CLASSIFIED, ARTICLES, DEAD_LETTERS);
    }

    /**
     * Settings of a producer that sends what the stream also sends, beside it: the client's, the limits, and how articles are
     * spread over partitions.
     */
    public static Map<String, Object> producer(KafkaSettings client) {
        Map<String, Object> settings = new HashMap<>(client.asMap());
        settings.putAll(producerLimits());
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, IssuePartitioner.class);
        return settings;
    }

    /** Producer settings that keep a producer in step with the topics' limits and compression. */
    public static Map<String, String> producerLimits() {
        return Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                COMPRESSION,
                // Checked before compression, and against dead letters, the largest records there are.
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Integer.toString(MAX_DEAD_LETTER_BYTES),
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                Long.toString(4L * MAX_DEAD_LETTER_BYTES));
    }
}
