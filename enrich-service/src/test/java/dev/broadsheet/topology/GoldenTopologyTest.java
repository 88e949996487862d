package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A changed topology can lose its state on upgrade, so it must be changed on purpose: with
 * {@code -Dbroadsheet.golden.write=true} this test writes the new description for the commit.
 */
class GoldenTopologyTest {

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theTopologyDoesNotChangeUnintentionally(Stage stage) throws IOException {
        String described = Bench.topology(stage).describe().toString();
        Path golden = Path.of("src/test/resources/topologies", stage.id() + ".txt");
        if (Boolean.getBoolean("broadsheet.golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, described);
        }
        assertThat(described).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyOperatorHasANameOfItsOwn(Stage stage) {
        assertThat(Bench.topology(stage).describe().toString())
                .as("names that Kafka Streams numbers change when an operator is added")
                .doesNotContainPattern("[A-Z-]+-\\d{10}");
    }
}
