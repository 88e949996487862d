package dev.broadsheet.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.registry.Fault;
import dev.broadsheet.registry.RegistryException;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a topic holds: they are read, or they are poison; they never end the process. */
class HostileMessageTest {

    private final Map<String, Object> config = Map.of("schema.registry.url", "mock://hostile");
    private final Serde<DeadLetter> letters = AvroSerdes.serde(DeadLetter.class, config);
    private final byte[] good = letters.serializer().serialize("t", Letters.LETTER);
    private final int articleId = SchemaRegistryClient.of(config).register("a-value", Article.getClassSchema());

    @ParameterizedTest
    @ValueSource(longs = {-1, 100, 1 << 30, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void aLengthIsNotBelievedBeforeTheBytesAreSeen(long claimed) throws Exception {
        byte[] message =
                Binary.encode(WireFormat.header(WireFormat.schemaId("t", good)), out -> out.writeLong(claimed));
        assertPoison(letters.deserializer(), message);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1 << 30, 1L << 40, -(1L << 30)})
    void aNumberOfElementsIsNotBelievedEither(long claimed) throws Exception {
        byte[] message = Binary.encode(WireFormat.header(articleId), out -> {
            for (int i = 0; i < 3; i++) {
                out.writeString("x"); // id, pageId, publication
            }
            out.writeIndex(0); // publicationName
            out.writeIndex(0); // issueDate
            out.writeString("1"); // page
            out.writeString("news"); // genre
            for (int i = 0; i < 3; i++) {
                out.writeIndex(0); // kicker, headline, subheadline
            }
            out.writeLong(claimed); // number of bylines
            out.writeLong(5);
        });
        assertPoison(AvroSerdes.serde(Article.class, config).deserializer(), message);
    }

    @Property
    void aMessageCutShortIsPoison(@ForAll @IntRange(min = 0, max = 60) int length) {
        assertPoison(letters.deserializer(), Arrays.copyOf(good, Math.min(length, good.length - 1)));
    }

    @Property
    void aMessageWithMoreBehindItIsPoison(@ForAll @Size(min = 1, max = 9) byte[] more) {
        byte[] message = Arrays.copyOf(good, good.length + more.length);
        System.arraycopy(more, 0, message, good.length, more.length);
        assertPoison(letters.deserializer(), message);
    }

    @Property
    void aDamagedMessageIsReadOrPoison(
            @ForAll @IntRange(min = 5, max = 200) int position, @ForAll byte value, @ForAll byte next) {
        byte[] message = good.clone();
        message[5 + position % (good.length - 6)] = value;
        message[6 + position % (good.length - 6)] = next;
        try {
            assertThat(letters.deserializer().deserialize("t", message)).isNotNull();
        } catch (SerializationException e) {
            assertThat(Fault.isPoison(e)).isTrue();
        }
    }

    @Property
    void anyBytesAreReadOrPoison(@ForAll @Size(max = 64) byte[] bytes) {
        byte[] message = message(WireFormat.schemaId("t", good), bytes);
        try {
            letters.deserializer().deserialize("t", message);
        } catch (SerializationException e) {
            assertThat(Fault.isPoison(e)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 999_999, Integer.MAX_VALUE})
    void anIdThatTheRegistryDoesNotKnowIsPoison(int id) {
        byte[] message = message(id, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> letters.deserializer().deserialize("t", message))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(Integer.toString(id))
                .matches(Fault::isPoison);
    }

    private static void assertPoison(Deserializer<?> deserializer, byte[] message) {
        assertThatThrownBy(() -> deserializer.deserialize("t", message))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("topic t")
                .matches(Fault::isPoison);
    }

    private static byte[] message(int schemaId, byte[] body) {
        byte[] message = Arrays.copyOf(WireFormat.header(schemaId), WireFormat.HEADER + body.length);
        System.arraycopy(body, 0, message, WireFormat.HEADER, body.length);
        return message;
    }
}
