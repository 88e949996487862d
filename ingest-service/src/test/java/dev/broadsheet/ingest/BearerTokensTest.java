package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {

    private static final String TOKEN = BearerTokens.newToken();
    private final BearerTokens tokens = new BearerTokens(List.of(
            "archive:" + BearerTokens.hash(BearerTokens.newToken()),
            "scanner-3:" + BearerTokens.hash(TOKEN) + ":yunting-daily"));

    @Test
    void aKnownTokenTellsWhichPublicationItsSenderMayWrite() {
        assertThat(tokens.publicationOf("Bearer " + TOKEN)).isEqualTo("yunting-daily");
        assertThat(tokens.publicationOf("bearer " + TOKEN)).isEqualTo("yunting-daily");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic eDp5", "Bearer wrong", "Bearer a b"})
    void anythingElseIsUnauthorized(String header) {
        PageRefusedException refused =
                catchThrowableOfType(PageRefusedException.class, () -> tokens.publicationOf(header));
        assertThat(refused.refusal()).isEqualTo(Refusal.UNAUTHORIZED);
    }

    @Test
    void withoutTokensEverybodyMayWrite() {
        assertThat(new BearerTokens(List.of()).publicationOf(null)).isNull();
    }

    @Test
    void theHashItselfIsNoToken() {
        assertThatThrownBy(() -> tokens.publicationOf("Bearer " + BearerTokens.hash(TOKEN)))
                .isInstanceOf(PageRefusedException.class);
    }

    @Test
    void aTokenLeftUnhashedInConfigurationIsAnErrorThatDoesNotRepeatIt() {
        assertThatThrownBy(() -> new BearerTokens(List.of("scanner:" + TOKEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(TOKEN);
    }
}
