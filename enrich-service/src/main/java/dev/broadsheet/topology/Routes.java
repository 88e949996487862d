package dev.broadsheet.topology;

import dev.broadsheet.topic.IssuePartitioner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the topologies are put together from: dead letters leave, the rest goes on, articles are written by issue. */
final class Routes {

    static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private static final StreamPartitioner<byte[], byte[]> BY_ISSUE =
            (topic, key, value, partitions) -> Optional.of(Set.of(IssuePartitioner.partition(key, partitions)));

    private Routes() {}

    /** A store of encoded values, kept on disk and in a changelog. */
    static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), BYTES);
    }

    /**
     * How articles are written to one of their topics.
     *
     * @param sink name of the operator
     */
    static Produced<byte[], byte[]> articles(String sink) {
        return Produced.with(BYTES, BYTES).withName(sink).withStreamPartitioner(BY_ISSUE);
    }

    /**
     * @param step the step's name, from which the operators' names are made
     * @param deadLetters topic of the dead letters
     */
    static KStream<byte[], byte[]> onward(KStream<byte[], Outcome> outcomes, String step, String deadLetters) {
        String split = step + "-outcome-";
        Map<String, KStream<byte[], Outcome>> routes = outcomes.split(Named.as(split))
                .branch((key, outcome) -> outcome.isDead(), Branched.as("dead"))
                .defaultBranch(Branched.as("onward"));
        routes.get(split + "dead")
                .mapValues(Outcome::value, Named.as(step + "-dead-letter"))
                .to(deadLetters, Produced.with(BYTES, BYTES).withName(step + "-dead-letters"));
        return routes.get(split + "onward").mapValues(Outcome::value, Named.as(step + "-result"));
    }
}
