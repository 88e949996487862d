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
                stage.id(), pipeline.version(), pipeline.topics().deadLetters(), deadLetters.serializer());
    }

    /** A record to send on. */
    record Sent(String key, Outcome outcome) {}

    /**
     * Works on one record.
     *
     * @param key never null
     * @param value null for a tombstone
     */
    abstract List<Sent> work(String key, byte[] value, Headers headers);

    @Override
    public void init(ProcessorContext<byte[], Outcome> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        meters.received();
        redrives = RecordMarks.redrives(record.headers());
        List<Sent> sent = new ArrayList<>();
        meters.latency().record(() -> sent.addAll(workOrGiveUp(record)));
        for (Sent one : sent) {
            meters.sent(one.outcome());
            context.forward(
                    record.withKey(one.key().getBytes(StandardCharsets.UTF_8)).withValue(one.outcome()));
        }
    }

    private List<Sent> workOrGiveUp(Record<byte[], byte[]> record) {
        try {
            return work(text(record.key()), record.value(), record.headers());
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(deadLetter(record.key(), record.value(), null, e));
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
        return context.recordMetadata()
                .map((RecordMetadata at) ->
                        new DeadLetterWriter.Origin(at.topic(), at.partition(), at.offset(), key, value, redrives))
                .orElseGet(() -> new DeadLetterWriter.Origin(null, -1, -1, key, value, redrives));
    }

    /** Topic of the record in work; null where it comes from none. */
    final String sourceTopic() {
        return context.recordMetadata().map(RecordMetadata::topic).orElse(null);
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
