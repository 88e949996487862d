package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "yunting-daily-2024-05-16-p1.txt,  yunting-daily, 2024-05-16, 1",
        "Yunting-Daily-2024-05-16-P01.md,  yunting-daily, 2024-05-16, 1",
        "yunting-daily-20240516-pA02.txt,  yunting-daily, 2024-05-16, A02",
        "y-2024-05-16-p10.txt,             y,             2024-05-16, 10",
    })
    void theDefaultPatternReadsNewspaperDateAndPage(String name, String publication, String date, String page) {
        PageMetadata said =
                FileNamePattern.of(FileNamePattern.DEFAULT).read(name).orElseThrow();

        assertThat(said.publication()).isEqualTo(publication);
        assertThat(said.date()).isEqualTo(date);
        assertThat(said.page()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan0042.txt", "yunting-daily-2024-05-16.txt", "头版.txt", "yunting-daily-16-5-2024-p1.txt"})
    void otherNamesSayNothing(String name) {
        assertThat(FileNamePattern.of(FileNamePattern.DEFAULT).read(name)).isEmpty();
    }

    @Test
    void anArchiveOfOneNewspaperNeedNotNameIt() {
        PageMetadata said =
                FileNamePattern.of("{date}_{page}").read("20240516_03.txt").orElseThrow();

        assertThat(said.publication()).isNull();
        assertThat(said.date()).isEqualTo("2024-05-16");
        assertThat(said.page()).isEqualTo("3");
    }

    @Test
    void whatIsNotAPlaceholderStandsForItself() {
        assertThat(FileNamePattern.of("a.b({page})")
                        .read("a.b(7).txt")
                        .orElseThrow()
                        .page())
                .isEqualTo("7");
        assertThat(FileNamePattern.of("a.b({page})").read("axb(7).txt")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page", "{issue}-{page}", "{page}-{page}", "{date}{page}"})
    void aPatternThatCannotWorkIsSaidAtOnce(String pattern) {
        assertThatThrownBy(() -> FileNamePattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file name pattern");
    }
}
