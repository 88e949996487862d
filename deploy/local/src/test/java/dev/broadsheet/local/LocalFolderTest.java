package dev.broadsheet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {

    private static final Map<String, String> ADDRESSES = Map.of("bootstrap.servers", "127.0.0.1:9092");

    @TempDir
    private Path directory;

    @Test
    void addressesAreFoundOnlyWhileSomebodyIsUp() throws Exception {
        LocalFolder folder = LocalFolder.of(directory);
        folder.hold(() -> {
            folder.announce(ADDRESSES);
            assertThat(LocalFolder.of(directory).addresses()).contains(ADDRESSES);
            return null;
        });

        assertThat(folder.addresses()).isEmpty();
    }

    @Test
    void aFolderThatNobodyUsedYetHasNoAddresses() {
        assertThat(LocalFolder.of(directory.resolve("new")).addresses()).isEmpty();
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefusedWithItsName() throws Exception {
        LocalFolder.of(directory).hold(() -> {
            assertThatThrownBy(() -> LocalFolder.of(directory).hold(() -> "second"))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("--data");
            return null;
        });

        assertThat(LocalFolder.of(directory).hold(() -> "after")).isEqualTo("after");
    }
}
