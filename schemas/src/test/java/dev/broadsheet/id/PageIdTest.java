package dev.broadsheet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageIdTest {

    @Test
    void readsAsPublicationDateAndPage() {
        PageId id = new PageId("minhai-daily", LocalDate.of(2024, 7, 21), "A01");
        assertThat(id).hasToString("minhai-daily/2024-07-21/A01");
        assertThat(PageId.parse("minhai-daily/2024-07-21/A01")).isEqualTo(id);
    }

    @Test
    void anUndatedPageCarriesItsSourcesName() {
        PageId id = new PageId("unknown", null, "云汀日报 第1版.txt");
        assertThat(id).hasToString("unknown/undated/云汀日报 第1版.txt");
        assertThat(PageId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "minhai-daily",
                "minhai-daily/2024-07-21",
                "minhai-daily/2024-07-21/1/2",
                "Minhai/2024-07-21/1",
                "minhai--daily/2024-07-21/1",
                "-minhai/2024-07-21/1",
                "闽海/2024-07-21/1",
                "minhai/2024-7-21/1",
                "minhai/2024-02-30/1",
                "minhai/+12024-02-03/1",
                "minhai/0000-01-01/1",
                "minhai/2024-07-21/",
                "minhai/2024-07-21/ 1",
                "minhai/2024-07-21/1\n"
            })
    void whatIsNotWrittenByAnIdIsNotReadAsOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PageId.parse(text));
    }

    @Test
    void aRefusalSaysWhichPartIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageId.parse("minhai/2024-13-01/1"))
                .withMessageContaining("2024-13-01")
                .withMessageContaining("issue date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageId("minhai", null, "a/b"))
                .withMessageContaining("page label 'a/b'");
    }

    @Property
    void everyIdReadsBackAsItself(@ForAll("ids") PageId id) {
        assertThat(PageId.parse(id.toString())).isEqualTo(id);
    }

    @Property
    void anyTextIsReadOrRefusedAndWhatIsReadIsCanonical(@ForAll @StringLength(max = 60) String text) {
        try {
            assertThat(PageId.parse(text)).hasToString(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("expected");
        }
    }

    @Provide
    Arbitrary<PageId> ids() {
        Arbitrary<String> slug =
                Arbitraries.strings().withChars("abc019").ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> publication = Combinators.combine(slug, slug).as((a, b) -> a + "-" + b);
        Arbitrary<LocalDate> date = Arbitraries.longs()
                .between(-719162, 2932896)
                .map(LocalDate::ofEpochDay)
                .injectNull(0.2);
        Arbitrary<String> label = Arbitraries.strings()
                .withChars("A1版 .-_x")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank() && text.equals(text.strip()));
        return Combinators.combine(publication, date, label).as(PageId::new);
    }
}
