package dev.broadsheet.topic;

/**
 * One way in which a cluster departs from the contract.
 *
 * @param topic name of the topic
 * @param setting {@code partitions}, {@code exists}, or Kafka's name of a topic setting
 * @param expected what the contract asks for
 * @param actual what the cluster has
 * @param harmful true when records can be lost, refused or missed; false for what only costs time or space
 */
public record TopicDifference(String topic, String setting, String expected, String actual, boolean harmful) {

    @Override
    public String toString() {
        return "%s: %s is %s, expected %s%s".formatted(topic, setting, actual, expected, harmful ? " (harmful)" : "");
    }
}
