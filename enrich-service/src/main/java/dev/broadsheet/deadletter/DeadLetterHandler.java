package dev.broadsheet.deadletter;

import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The net below the topologies: a failure that no step foresaw still becomes a dead letter, in the same form, or stops the
 * stream when it may pass. Kafka Streams creates it; it takes its settings from the application's.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {

    /** Setting: prefix of the stream's application ids. */
    public static final String APPLICATION = "broadsheet.application";

    /** Setting: name of the stage. */
    public static final String STAGE = "broadsheet.stage";

    /** Setting: version of the program. */
    public static final String VERSION = "broadsheet.version";

    /** Setting: name of the dead-letter topic. */
    public static final String TOPIC = "broadsheet.dead.letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    private String topic;
    private DeadLetterWriter writer;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = configs.get(TOPIC).toString();
        writer = new DeadLetterWriter(
                configs.get(APPLICATION).toString(),
                configs.get(STAGE).toString(),
                configs.get(VERSION).toString(),
                topic,
                AvroSerdes.serde(DeadLetter.class, configs).serializer());
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!Poison.isPoison(exception)) {
            return Response.fail();
        }
        LOG.error("unforeseen failure in {}, written to {}", context.processorNodeId(), topic, exception);
        DeadLetterWriter.Origin origin = new DeadLetterWriter.Origin(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                RecordMarks.redrives(context.headers()));
        DeadLetterWriter.Letter letter = writer.write(origin, null, exception, Instant.now());
        byte[] key = letter.key().getBytes(StandardCharsets.UTF_8);
        return Response.resume(List.of(new ProducerRecord<>(topic, key, letter.value())));
    }
}
