package dev.broadsheet.ingest;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.registry.RegistryException;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.topic.RecordMarks;
import dev.broadsheet.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts pages into the pages topic. A receipt means that every in-sync replica has the page; no receipt means that the
 * sender must ask again, which does no harm, because a page that is already there changes nothing downstream.
 *
 * <p>I/O is lazy: a broker that cannot be reached makes {@link #submit} and {@link #check} fail, never the constructor.
 * Safe for use by many threads.
 */
public final class PageProducer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageProducer.class);

    private static final int DEEPEST_CAUSE = 20;

    /** The doors have waited for their pages; this is for what is left. */
    private static final Duration FLUSH = Duration.ofSeconds(5);

    private final Supplier<Producer<String, RawPage>> connect;
    private final KafkaProbe probe;
    private final Clock clock;
    private final Revisions revisions;
    private Producer<String, RawPage> producer;

    PageProducer(Supplier<Producer<String, RawPage>> connect, KafkaProbe probe, Revisions revisions, Clock clock) {
        this.connect = connect;
        this.probe = probe;
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * A producer for a cluster.
     *
     * @param client Kafka's and the registry's client settings: {@code bootstrap.servers}, {@code schema.registry.url},
     *     security…; what {@link ProducerSettings} decides itself may not be among them
     * @throws IllegalArgumentException when a setting is reserved or cannot be
     */
    public static PageProducer connect(KafkaSettings client) {
        ProducerSettings settings = new ProducerSettings(client.asMap());
        return new PageProducer(
                settings::newProducer,
                new KafkaProbe(settings::newAdmin, Clock.systemUTC()),
                new Revisions(new LastReceipt(client)),
                Clock.systemUTC());
    }

    /**
     * Stores a page and waits for the broker's acknowledgement.
     *
     * @throws PageRefusedException unavailable, when it did not come in time: ask again; too-large, when the topic takes
     *     no such record
     */
    public Receipt submit(PageSubmission page) {
        try {
            return send(page).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PageRefusedException refused ? refused : e;
        }
    }

    /** Like {@link #submit}, without waiting: the future fails with what {@code submit} throws. */
    public CompletableFuture<Receipt> send(PageSubmission page) {
        if (page.content().length > Topics.MAX_CONTENT_BYTES) {
            throw BoundedBytes.tooLarge(Topics.MAX_CONTENT_BYTES);
        }
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        try {
            Instant receivedAt = clock.instant();
            long number = revisions.next(receivedAt.toEpochMilli());
            RawPage raw = page.toRawPage(receivedAt, number);
            ProducerRecord<String, RawPage> message = new ProducerRecord<>(Topics.PAGES.name(), raw.getPageId(), raw);
            RecordMarks.set(message.headers(), RecordMarks.RECEIVED_AT, Long.toString(number));
            producer().send(message, (stored, failure) -> {
                if (failure == null) {
                    receipt.complete(receipt(raw, stored));
                } else {
                    receipt.completeExceptionally(refused(page, failure));
                }
            });
        } catch (RuntimeException e) {
            receipt.completeExceptionally(refused(page, e));
        }
        return receipt;
    }

    /** Whether pages can be stored now: the cluster answers and has the topic. */
    public CheckResult check() {
        return probe.check();
    }

    /** Waits a moment until everything sent has been acknowledged; what has not been by then fails. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(FLUSH);
            producer = null;
        }
        probe.close();
    }

    private synchronized Producer<String, RawPage> producer() {
        if (producer == null) {
            producer = connect.get();
        }
        return producer;
    }

    /** After an error it cannot recover from, a producer is of no more use; the next page gets a new one. */
    private synchronized void discard() {
        if (producer != null) {
            Producer<String, RawPage> broken = producer;
            producer = null;
            // Not here: this may be the producer's own thread, which cannot wait for its own end.
            Thread closing = new Thread(broken::close, "close-producer");
            closing.setDaemon(true);
            closing.start();
        }
    }

    private static Receipt receipt(RawPage raw, RecordMetadata stored) {
        return new Receipt(
                raw.getPageId(),
                stored.topic(),
                stored.partition(),
                stored.offset(),
                raw.getSha256(),
                raw.getRevision());
    }

    /** Only the record's size is the page's own fault; everything else may pass, and the page waits for it. */
    private PageRefusedException refused(PageSubmission page, Throwable failure) {
        if (failure instanceof RecordTooLargeException) {
            return new PageRefusedException(
                    Refusal.TOO_LARGE, "The topic takes no record of this size; send a smaller page.", failure);
        }
        if (isFatal(failure)) {
            discard();
        }
        LOG.warn("Page {} could not be stored: {}", page.id(), reason(failure));
        String who = failure instanceof RegistryException || failure instanceof SerializationException
                ? "The schema registry"
                : "Kafka";
        return new PageRefusedException(
                Refusal.UNAVAILABLE, who + " did not take the page; send it again later.", failure);
    }

    /** Kafka's outermost message often says only that something failed; the innermost one says what. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST_CAUSE && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause == failure || cause.getMessage() == null
                ? failure.getMessage()
                : failure.getMessage() + ": " + cause.getMessage();
    }

    private static boolean isFatal(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure instanceof ProducerFencedException
                || failure instanceof UnsupportedVersionException
                || failure instanceof AuthorizationException
                || failure instanceof AuthenticationException;
    }
}
