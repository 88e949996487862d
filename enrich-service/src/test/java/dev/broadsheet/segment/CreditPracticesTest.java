package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static dev.broadsheet.segment.PageOfBlocks.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who wrote a story and who took its pictures, where the page says it in other than the plainest way. */
class CreditPracticesTest {

    @Test
    void itemsUnderOneHeadlineMayEachBeSigned() {
        Story story = only("一周微评", "渡口的灯亮了，走夜路的人心里也亮了。 （何 春）", "菜场的秤准了，“一两也不少。”（秦晓岚）");

        assertThat(story.reporters()).containsExactly("何春", "秦晓岚");
    }

    @Test
    void aStoryThatNamesItsReporterAsItOpensIsNotSignedAgain() {
        Story story = only("新渡船下水", FERRY + "（秦晓岚）");

        assertThat(story.reporters()).containsExactly("江一帆");
    }

    @Test
    void aHouseThatGaveAPictureIsNoPhotographer() {
        Story story = only("新渡船下水", FERRY, "渡口老照片。 （馆方供图）");

        assertThat(story.captions()).hasSize(1);
        assertThat(story.photographers()).isEmpty();
    }
}
