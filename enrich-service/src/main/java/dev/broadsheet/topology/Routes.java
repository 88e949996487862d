package dev.broadsheet.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Sends the dead letters of a step to their topic and hands on the rest. */
final class Routes {

    static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private Routes() {}

    /**
     * @param step the step's name, from which the operators' names are made
     * @param deadLetters topic of the dead letters
     */
    static KStream<byte[], byte[]> onward(KStream<byte[], Outcome> outcomes, String step, String deadLetters) {
        String split = step + "-outcome-";
        Map<String, KStream<byte[], Outcome>> routes = outcomes.split(Named.as(split))
                .branch((key, outcome) -> outcome.dead(), Branched.as("dead"))
                .defaultBranch(Branched.as("onward"));
        routes.get(split + "dead")
                .mapValues(Outcome::value, Named.as(step + "-dead-letter"))
                .to(deadLetters, Produced.with(BYTES, BYTES).withName(step + "-dead-letters"));
        return routes.get(split + "onward").mapValues(Outcome::value, Named.as(step + "-result"));
    }
}
