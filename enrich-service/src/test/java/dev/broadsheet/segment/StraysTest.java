package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a column ends with a sentence, the people, places and things of its next paragraph tell whose it is. */
class StraysTest {

    private static final String BUS = "本报讯（记者 祝小满）“师傅，救救我的孩子！”前天傍晚，一名妇女抱着抽搐的男童冲上12路公交车。司机罗大勇把车停稳，用学过的急救办法托住孩子的头。";

    private static final String BUS_GOES_ON = "得知救护车堵在两个路口之外，司机罗大勇当即决定把12路公交车直接开到县医院。一车乘客没有一人抱怨，男童不再抽搐，到急诊室时已能哭出声来。";

    private static final String PIPE = "本报讯（记者 熊伟）昨天凌晨，石门街的自来水主管爆裂，三个小区停水。供水公司抢修队四点赶到现场，开挖后发现接口已经锈穿。";

    private static final String PIPE_GOES_ON = "截至昨天下午三点，抢修队换上新的接口，三个小区恢复供水。供水公司说，石门街的老管网明年全部更换。";

    @Test
    void aParagraphBelowAnotherStoryGoesHomeToTheOneWhosePeopleItNames() {
        List<Story> stories = stories("公交司机停车救人", BUS, "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, BUS_GOES_ON);

        assertThat(stories).extracting(Story::headline).containsExactly("公交司机停车救人", "主管爆裂 三个小区停水");
        assertThat(text(stories.get(0))).endsWith("已能哭出声来。").contains("罗大勇当即");
        assertThat(text(stories.get(1))).endsWith("明年全部更换。");
    }

    @Test
    void theReasonsNameTheLineAndWhatBothSay() {
        Story story = stories("公交司机停车救人", BUS, "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, BUS_GOES_ON)
                .get(0);

        assertThat(story.reasons())
                .filteredOn(reason -> reason.startsWith("line 11 stands in another story"))
                .singleElement()
                .asString()
                .contains("罗大勇");
    }

    @Test
    void aParagraphStaysWhereItSaysWhatItsOwnStorySays() {
        List<Story> stories = stories("公交司机停车救人", BUS, BUS_GOES_ON, "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON);

        assertThat(text(stories.get(0))).contains("罗大勇当即");
        assertThat(text(stories.get(1))).endsWith("明年全部更换。");
    }

    @Test
    void aStoryThatIsSignedAtItsEndTakesNoneIn() {
        List<Story> stories = stories("公交司机停车救人", BUS + "（何春）", "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, BUS_GOES_ON);

        assertThat(text(stories.get(0))).endsWith("（何春）");
    }

    @Test
    void whatAModelOfVisionReadIsInOrder() {
        List<Story> stories = stories("## 公交司机停车救人", BUS, "## 主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, BUS_GOES_ON);

        assertThat(text(stories.get(1))).contains("罗大勇当即");
    }

    private static String text(Story story) {
        return story.body().stream().map(BodyBlock::getText).collect(Collectors.joining());
    }
}
