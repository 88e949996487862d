package dev.broadsheet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

    @Test
    void isItsPageAndANumber() {
        ArticleId id = new ArticleId(PageId.parse("minhai-daily/2024-07-21/1"), 3);
        assertThat(id).hasToString("minhai-daily/2024-07-21/1/3");
        assertThat(ArticleId.parse("minhai-daily/2024-07-21/1/3")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "minhai-daily/2024-07-21/1",
                "minhai-daily/2024-07-21/1/0",
                "minhai-daily/2024-07-21/1/03",
                "minhai-daily/2024-07-21/1/-3",
                "minhai-daily/2024-07-21/1/3/4",
                "minhai-daily/2024-07-21/1/99999999999"
            })
    void thereIsOneWayToWriteIt(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.parse(text));
    }
}
