package dev.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceOptionsTest {

    @ConfigMapping(prefix = "press.room")
    interface PressRoom {

        @WithDefault("PT5S")
        Duration dryingTime();

        @WithDefault("black,red")
        List<String> inks();

        Paper paper();

        interface Paper {

            Optional<String> mill();
        }
    }

    private final ServiceOptions<PressRoom> options = new ServiceOptions<>(PressRoom.class);

    @Test
    void everyOptionIsListedWithItsDefault() {
        assertThat(options.defaults())
                .containsEntry("press.room.drying-time", "PT5S")
                .containsEntry("press.room.inks", "black,red")
                .containsEntry("press.room.paper.mill", null)
                .hasSize(3);
    }

    @Test
    void aVariableSetsItsOptionAndAnEmptyOneDoesNot() {
        PressRoom set = options.of(options.fromEnvironment(Map.of(
                "PRESS_ROOM_DRYING_TIME",
                " PT9S ",
                "PRESS_ROOM_INKS",
                "cyan",
                "PRESS_ROOM_PAPER_MILL",
                "",
                "HOME",
                "/")));

        assertThat(set.dryingTime()).isEqualTo(Duration.ofSeconds(9));
        assertThat(set.inks()).containsExactly("cyan");
        assertThat(set.paper().mill()).isEmpty();
    }

    @Test
    void aMisspeltVariableIsAnErrorThatNamesTheRightOnes() {
        assertThatThrownBy(() -> options.fromEnvironment(Map.of("PRESS_ROOM_INK", "cyan")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRESS_ROOM_INK ")
                .hasMessageContaining("PRESS_ROOM_INKS");
    }

    @Test
    void anUnknownOptionAndAValueThatCannotBeAreErrorsOfOneLine() {
        assertThatThrownBy(() -> options.of(Map.of("press.room.ink", "cyan")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("press.room.ink")
                .doesNotContain("\n");
        assertThatThrownBy(() -> options.of(Map.of("press.room.drying-time", "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("press.room.drying-time", "soon")
                .doesNotContain("\n");
    }
}
