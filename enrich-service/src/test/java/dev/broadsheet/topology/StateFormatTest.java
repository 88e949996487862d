package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.registry.SchemaRegistryClient;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An upgrade finds the state that an earlier program left. {@code state-v1.tsv} holds the first format as the first version wrote
 * it and is never changed: store, key, value in Base64, Avro values under the first committed schema and without their header.
 * It guards what no schema tells as well: the sketches of texts, the digests, the entries of the reprint index.
 */
class StateFormatTest {

    private static final Path HISTORY =
            Path.of(System.getProperty("basedir", ""), "..", "schemas", "src", "main", "avro-history");

    /** Stores that hold Avro. */
    private static final Set<String> AVRO = Set.of(PageStates.STORE, "reprint-articles");

    private static final String PAGE = "minhai-daily/2024-07-21/1";
    private static final String FIRST_PRINT = "minhai-daily/2024-07-21/1/2";
    private static final String BRIDGE = "云汀大桥主桥合龙\n本报讯 （记者 林小满）昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通，预计明年通车。\n";
    private static final String FERRY = "临川渡口恢复通航\n本报讯 （记者 沈一舟）临川渡口经过三个月的维修，昨日上午恢复通航，每日往返十二班，方便两岸群众赶集。\n";
    private static final String SCHOOL = "第七小学启用新校舍\n本报讯 （记者 何清）云汀市第七小学昨日启用新校舍，占地三十七亩，可容纳学生九百人。（下转第2版）\n";
    private static final String LIBRARY = "江心洲图书馆夜间开放\n本报讯 （记者 何清）江心洲图书馆从本周起每晚开放到十点，新添座位二百个，读者凭市民卡入馆。\n";
    private static final String HARVEST = "早稻开镰\n本报讯 （记者 江一帆）眼下正是早稻收割时节，临川县十二万亩早稻陆续开镰，农机手日夜奋战在田间地头。\n";
    private static final String REPRINTED = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张拉精度达到设计要求，"
            + "大桥预计明年五月通车，届时从云汀新区到临川县只需十五分钟。施工单位克服了潮汐和台风的影响。";

    private Bench bench;

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void articlesOfThePreviousFormatKeepTheirIds() throws IOException {
        bench = new Bench(Stage.SEGMENT, "2.0.0");
        remember(firstVersion("PageState"));

        bench.page(Bench.page(PAGE, 1, HARVEST));
        assertThat(bench.repeated())
                .as("the first format does not say where in the archive the newest scan lies")
                .isEmpty();
        scanAgain();
    }

    /** The first version held bridge, ferry and school, the second ferry, school and library: numbers 2, 3 and 4. */
    private void scanAgain() {
        String ferry = FERRY.replace("维修", "维俢");
        bench.page(Bench.page(PAGE, 3, ferry + "\n" + SCHOOL + "\n" + HARVEST + "\n" + BRIDGE));

        assertThat(bench.articles(Topics.SEGMENTED.name()))
                .extracting(record -> record.key, record -> record.value == null ? null : record.value.getHeadline())
                .containsExactlyInAnyOrder(
                        tuple(PAGE + "/1", "云汀大桥主桥合龙"),
                        tuple(PAGE + "/2", "临川渡口恢复通航"),
                        tuple(PAGE + "/3", "第七小学启用新校舍"),
                        tuple(PAGE + "/4", null),
                        tuple(PAGE + "/5", "早稻开镰"));
    }

    @Test
    void aProcessOfTheOldFormatGoesOnWithWhatANewOneBesideItWrote() throws IOException {
        bench = new Bench(Stage.SEGMENT, "2.0.0");
        Schema newer = withACount(firstVersion("PageState"));
        remember(newer, (byte) 14);

        scanAgain();

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(newer, PageState.getClassSchema())
                        .getType())
                .as("and the new one reads what the old one wrote")
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void reprintsAreFoundInAnIndexOfThePreviousFormat() throws IOException {
        bench = new Bench(Stage.ENRICH, "2.0.0");
        remember(firstVersion("Article"));
        String reprint = "yunting-daily/2024-07-22/3/1";

        bench.send(Topics.CLASSIFIED.name(), reprint, Article.class, article(reprint, "yunting-daily", "2024-07-22"));

        List<KeyValue<String, Article>> published = bench.articles(Topics.ARTICLES.name());
        assertThat(published)
                .extracting(
                        record -> record.key,
                        record -> record.value.getReprint().getCluster())
                .containsExactly(tuple(reprint, FIRST_PRINT), tuple(FIRST_PRINT, FIRST_PRINT));
    }

    @Test
    void stateThatCannotBeReadStopsTheStageAndMakesNoDeadLetters() {
        bench = new Bench(Stage.SEGMENT);
        bench.store(PageStates.STORE).put(PAGE, new byte[] {0, 0, 0, 0, 99, 1, 2, 3});

        assertThatThrownBy(() -> bench.page(Bench.page(PAGE, 3, BRIDGE)))
                .hasStackTraceContaining(PAGE)
                .hasStackTraceContaining("older than its state");
        assertThat(bench.deadLetters()).isEmpty();
    }

    private static Article article(String id, String publication, String day) {
        return Article.newBuilder()
                .setId(id)
                .setPageId(id.substring(0, id.lastIndexOf('/')))
                .setPublication(publication)
                .setPage("1")
                .setIssueDate(day)
                .setBody(List.of(new BodyBlock(BlockType.paragraph, REPRINTED)))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion(Bench.VERSION)
                .setPageRevision(1)
                .build();
    }

    /**
     * Fills the bench's stores.
     *
     * @param schema under which Avro values were written
     * @param more what it has behind the fields of the first version, encoded
     */
    private void remember(Schema schema, byte... more) throws IOException {
        int id = SchemaRegistryClient.of(bench.pipeline().serdes()).register("state", schema);
        try (InputStream state = StateFormatTest.class.getResourceAsStream("state-v1.tsv")) {
            for (String line : new String(state.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] entry = line.split("\t");
                KeyValueStore<String, byte[]> store = bench.store(entry[0]);
                if (store != null) {
                    byte[] value = Base64.getDecoder().decode(entry[2]);
                    store.put(entry[1], AVRO.contains(entry[0]) ? message(id, value, more) : value);
                }
            }
        }
    }

    private static byte[] message(int schemaId, byte[] value, byte[] more) {
        return ByteBuffer.allocate(1 + Integer.BYTES + value.length + more.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(value)
                .put(more)
                .array();
    }

    private static Schema firstVersion(String name) throws IOException {
        return new Schema.Parser().parse(Files.readString(HISTORY.resolve(name).resolve("v1.avsc")));
    }

    private static Schema withACount(Schema schema) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode record = (ObjectNode) json.readTree(schema.toString());
        record.withArray("fields")
                .addObject()
                .put("name", "count")
                .put("type", "int")
                .put("default", 0);
        return new Schema.Parser().parse(record.toString());
    }
}
