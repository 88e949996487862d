package dev.broadsheet.topology;

import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The three applications. */
public enum Stage {
    SEGMENT,
    CLASSIFY,
    ENRICH;

    /** Name as in configuration, application ids, metrics and dead letters: {@code segment}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #id()} says.
     *
     * @throws IllegalArgumentException naming the stages that there are
     */
    public static Stage parse(String id) {
        for (Stage stage : values()) {
            if (stage.id().equals(id)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("'" + id + "' is no stage; there are segment, classify and enrich");
    }

    /**
     * Builds the stage's topology, without I/O.
     *
     * @param streams settings of the application, as for {@code KafkaStreams}
     */
    public Topology build(Properties streams, Pipeline pipeline) {
        return switch (this) {
            case SEGMENT -> SegmentTopology.build(streams, pipeline);
            case CLASSIFY -> ClassifyTopology.build(streams, pipeline);
            case ENRICH -> EnrichTopology.build(streams, pipeline);
        };
    }
}
