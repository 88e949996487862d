package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.id.PageId;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayFilterTest {

    private static final PageId MAY = PageId.parse("yunting-daily/2024-05-16/1");
    private static final PageId UNDATED = PageId.parse("yunting-daily/undated/scan-7");
    private static final PipelineVersion OLD = new PipelineVersion("0.9.0");
    private static final PipelineVersion NEW = new PipelineVersion("0.10.0");

    @Test
    void withoutConditionsEveryPageIsReplayed() {
        assertThat(ReplayFilter.ALL.takes(MAY, OLD)).isTrue();
        assertThat(ReplayFilter.ALL.takes(UNDATED, null)).isTrue();
    }

    @Test
    void aDateRangeIncludesBothItsDaysAndNoUndatedPage() {
        ReplayFilter oneDay = dates(LocalDate.of(2024, 5, 16), LocalDate.of(2024, 5, 16));
        assertThat(oneDay.takes(MAY, OLD)).isTrue();
        assertThat(oneDay.takes(UNDATED, OLD)).isFalse();
        assertThat(dates(LocalDate.of(2024, 5, 17), null).takes(MAY, OLD)).isFalse();
        assertThat(dates(null, LocalDate.of(2024, 5, 15)).takes(MAY, OLD)).isFalse();
    }

    @Test
    void olderThanAVersionComparesNumbersNotLetters() {
        ReplayFilter older = new ReplayFilter(new IssueFilter(Set.of(), null, null), Set.of(), NEW);
        assertThat(older.takes(MAY, OLD)).isTrue();
        assertThat(older.takes(MAY, NEW)).isFalse();
    }

    @Test
    void aPageWithoutArticlesIsOlderThanAnyVersion() {
        assertThat(new ReplayFilter(new IssueFilter(Set.of(), null, null), Set.of(), OLD).takes(MAY, null))
                .isTrue();
    }

    @Test
    void publicationsAndPageIdsMustMatch() {
        assertThat(new ReplayFilter(new IssueFilter(Set.of("linchuan-daily"), null, null), Set.of(), null)
                        .takes(MAY, OLD))
                .isFalse();
        assertThat(new ReplayFilter(new IssueFilter(Set.of(), null, null), Set.of(MAY.toString()), null)
                        .takes(MAY, OLD))
                .isTrue();
        assertThat(new ReplayFilter(new IssueFilter(Set.of(), null, null), Set.of(UNDATED.toString()), null)
                        .takes(MAY, OLD))
                .isFalse();
    }

    @Test
    void aRangeTheWrongWayRoundIsRefused() {
        assertThatThrownBy(() -> dates(LocalDate.of(2024, 5, 17), LocalDate.of(2024, 5, 16)))
                .hasMessageContaining("is empty");
    }

    private static ReplayFilter dates(LocalDate from, LocalDate to) {
        return new ReplayFilter(new IssueFilter(Set.of(), from, to), Set.of(), null);
    }
}
