package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MediaTopicsTest {

    @Test
    void hasTheSeventeenTopLevelTopicsInBothLanguages() {
        assertThat(MediaTopics.pinned().topLevel()).hasSize(17).allSatisfy(topic -> {
            assertThat(topic.code()).matches("\\d{2}000000");
            assertThat(topic.labelZh()).isNotBlank();
            assertThat(topic.labelEn()).isNotBlank();
        });
    }

    @Test
    void everySecondLevelTopicIsBelowATopLevelOne() {
        assertThat(MediaTopics.pinned().all())
                .filteredOn(topic -> !topic.isTopLevel())
                .allSatisfy(topic -> assertThat(
                                MediaTopics.pinned().get(topic.broader()).isTopLevel())
                        .isTrue());
    }

    @Test
    void anUnknownCodeSaysWhereToAddIt() {
        assertThatThrownBy(() -> MediaTopics.pinned().get("99000000")).hasMessageContaining("media-topics.tsv");
    }
}
