package dev.broadsheet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.schema.LineRange;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Topic;
import dev.broadsheet.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An independent witness of the wire format: the npm package {@code @kafkajs/confluent-schema-registry}. It needs Node.js
 * and npm, so it runs in the profile {@code node-witness} only.
 */
@WithCluster
class NodeWitnessIT {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path WITNESS = MODULE.resolve("target/node-witness");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Article ARTICLE = Article.newBuilder()
            .setId("yunting-daily/2024-07-21/1/1")
            .setPageId("yunting-daily/2024-07-21/1")
            .setPublication("yunting-daily")
            .setPublicationName("云汀日报")
            .setIssueDate("2024-07-21")
            .setPage("1")
            .setHeadline("云汀市开通首条水上公交")
            .setReporters(List.of("林知遥"))
            .setDateline(new Dateline("云汀", null))
            .setBody(List.of(
                    new BodyBlock(BlockType.intertitle, "首日"),
                    new BodyBlock(BlockType.paragraph, "本报讯　昨日上午，首班船驶离码头，𠮷祥号载客86人。")))
            .setParts(List.of(
                    new Part("yunting-daily/2024-07-21/1", 1_721_500_000_000L, List.of(new LineRange("body", 3, 9)))))
            .setTopics(List.of(new Topic("20000337", "交通", "transport", 0.875)))
            .setPeople(List.of(new Person("林知遥", null, List.of(new Mention(0, 3)))))
            .setPipelineVersion("test")
            .setPageRevision(1_721_500_000_000L)
            .build();

    private final Map<String, String> config;
    private final String topic = "node-witness-" + UUID.randomUUID();

    NodeWitnessIT(Cluster cluster) {
        this.config = cluster.config();
    }

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(
                Boolean.getBoolean("broadsheet.node-witness"),
                "the witness needs Node.js and npm; run it with -Pnode-witness");
        Files.createDirectories(WITNESS);
        for (String file : List.of("package.json", "package-lock.json", "witness.js")) {
            Files.write(
                    WITNESS.resolve(file),
                    Files.readAllBytes(MODULE.resolve("src/test/node").resolve(file)));
        }
        run("", "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @Test
    void theWitnessReadsWhatOurSerializerWrote() throws Exception {
        try (Serde<Article> serde = AvroSerdes.serde(Article.class, config)) {
            byte[] message = serde.serializer().serialize(topic, ARTICLE);
            JsonNode read = JSON.readTree(node(Base64.getEncoder().encodeToString(message), "decode"));
            assertThat(read.equals(NodeWitnessIT::numbersAlike, RecordJson.toJson(ARTICLE)))
                    .as("%s%nis what it should be: %s", read, RecordJson.toJson(ARTICLE))
                    .isTrue();
        }
    }

    @Test
    void ourDeserializerReadsWhatTheWitnessWrote() throws Exception {
        try (Serde<Article> serde = AvroSerdes.serde(Article.class, config)) {
            byte[] ours = serde.serializer().serialize(topic, ARTICLE);
            String message = node(RecordJson.toJson(ARTICLE).toString(), "encode", topic + "-value");
            byte[] theirs = Base64.getDecoder().decode(message);
            assertThat(serde.deserializer().deserialize(topic, theirs)).isEqualTo(ARTICLE);
            assertThat(theirs).as("byte for byte").isEqualTo(ours);
        }
    }

    /** JavaScript writes 1.0 as 1. */
    private static int numbersAlike(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                        || one.equals(other)
                ? 0
                : 1;
    }

    private String node(String input, String action, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", "witness.js", action, config.get("schema.registry.url")));
        command.addAll(List.of(arguments));
        return run(input, command.toArray(String[]::new));
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        Path errors = WITNESS.resolve("errors.log");
        Process process = new ProcessBuilder(command)
                .directory(WITNESS.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0)
                .as(() -> String.join(" ", command) + " failed: " + read(errors))
                .isTrue();
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
