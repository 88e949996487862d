package dev.broadsheet.topology;

import dev.broadsheet.deadletter.DeadLetterWriter;
import dev.broadsheet.deadletter.Poison;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.RecordMarks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step of a topology: bytes in, outcomes out. What can never be processed leaves as a dead letter with its original
 * bytes; a fault that may pass is thrown, so that the stream stops and tries again.
 *
 * <p>A step works everything out before it sends anything, so that a failure further down is never taken for its own.
 */
abstract class Step implements Processor<byte[], byte[], byte[], Outcome> {

    private static final Logger LOG = LoggerFactory.getLogger(Step.class);

    private final Stage stage;
    private final Pipeline pipeline;
    private final StageMeters meters;
    private final Serde<DeadLetter> deadLetters;
    private final DeadLetterWriter writer;
    private ProcessorContext<byte[], Outcome> context;
    private int redrives;

    /** @param name the step's name in its topology */
    Step(Stage stage, String name, Pipeline pipeline) {
        this.stage = stage;
        this.pipeline = pipeline;
        this.meters = new StageMeters(pipeline.meters(), stage, name);
        this.deadLetters = AvroSerdes.serde(DeadLetter.class, pipeline.serdes());
        this.writer = new DeadLetterWriter(
                pipeline.application(),
                stage.id(),
                pipeline.version(),
                pipeline.topics().deadLetters(),
                deadLetters.serializer());
    }

    /** A record to send on. */
    record Sent(String key, Outcome outcome) {}

    /**
     * Works on one record.
     *
     * @param key never null
     * @param value null for a tombstone
     * @param headers what is sent bears the same
     */
    abstract List<Sent> work(String key, byte[] value, Headers headers);

    /**
     * Hears that all articles of a change have come, but for those that became dead letters on their way.
     *
     * @param pageId of the page that brought the change about
     */
    List<Sent> endChange(String pageId, Headers headers) {
        return List.of(new Sent(pageId, Outcome.END));
    }

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (!RecordMarks.isFor(pipeline.application(), record.headers())) {
            return;
        }
        redrives = RecordMarks.redrives(record.headers());
        byte[] key = record.key();
        byte[] value = record.value();
        Headers headers = record.headers();
        boolean end = stage != Stage.SEGMENT && RecordMarks.endsChange(headers, key, value);
        if (!end) {
            meters.received();
        }
        List<Sent> sent = new ArrayList<>();
        meters.latency()
                .record(() -> sent.addAll(orDeadLetter(
                        key, value, () -> end ? endChange(text(key), headers) : work(text(key), value, headers))));
        for (Sent one : sent) {
            meters.sent(one.outcome());
            context.forward(
                    record.withKey(one.key().getBytes(StandardCharsets.UTF_8)).withValue(one.outcome()));
        }
    }

    /** What some work brings about, or the dead letter of what it was about. */
    final List<Sent> orDeadLetter(byte[] key, byte[] value, Supplier<List<Sent>> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(deadLetter(key, value, null, e));
        }
    }

    /**
     * A dead letter, unless the failure may pass.
     *
     * @param id page or article id; null: as the key says
     */
    final Sent deadLetter(byte[] key, byte[] value, String id, Throwable failure) {
        if (!Poison.isPoison(failure)) {
            throw failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
        }
        DeadLetterWriter.Origin origin = origin(key, value);
        DeadLetterWriter.Letter letter =
                writer.write(origin, id, failure, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        LOG.warn("{}: {} of {} became a dead letter: {}", stage.id(), letter.key(), origin.place(), failure.toString());
        return new Sent(letter.key(), Outcome.dead(letter.value()));
    }

    private DeadLetterWriter.Origin origin(byte[] key, byte[] value) {
        RecordMetadata at = source();
        return new DeadLetterWriter.Origin(at.topic(), at.partition(), at.offset(), key, value, redrives);
    }

    /** Where the record in work comes from. */
    final RecordMetadata source() {
        return context.recordMetadata().orElseThrow();
    }

    final Pipeline pipeline() {
        return pipeline;
    }

    private static String text(byte[] key) {
        if (key == null) {
            throw new SerializationException("the record has no key; expected a page id or an article id");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SerializationException("the record's key is not UTF-8; expected a page id or an article id");
        }
    }

    @Override
    public void close() {
        deadLetters.close();
    }
}
