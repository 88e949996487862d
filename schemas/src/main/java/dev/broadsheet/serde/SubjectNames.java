package dev.broadsheet.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/**
 * Under which subject a schema is registered. Confluent's class names are understood as well as the bare names, so that
 * their configuration works here unchanged.
 */
enum SubjectNames {
    /** {@code topic-key} or {@code topic-value}: a topic holds one type. */
    TOPIC_NAME("TopicNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** The record's full name: a type has one history wherever it travels. */
    RECORD_NAME("RecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** Both: a topic holds several types, each with a history of its own there. */
    TOPIC_RECORD_NAME("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String strategy;

    SubjectNames(String strategy) {
        this.strategy = strategy;
    }

    abstract String subject(String topic, boolean isKey, Schema schema);

    /** The strategy that {@code key.subject.name.strategy} or {@code value.subject.name.strategy} names. */
    static SubjectNames of(Map<String, ?> config, boolean isKey) {
        String setting = (isKey ? "key" : "value") + ".subject.name.strategy";
        Object value = config.get(setting);
        if (value == null) {
            return TOPIC_NAME;
        }
        String name = value instanceof Class<?> type
                ? type.getName()
                : value.toString().strip();
        for (SubjectNames names : values()) {
            if (name.equals(names.strategy) || name.equals(CONFLUENT_PACKAGE + names.strategy)) {
                return names;
            }
        }
        throw new ConfigException(
                setting, name, "expected TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }
}
