package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.stories;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.BodyBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where a column ends with a sentence, the people, places and things of its next paragraph tell whose it is. */
class StraysTest {

    private static final String BUS = "本报讯（记者 祝小满）“师傅，救救我的孩子！”前天傍晚，一名妇女抱着抽搐的男童冲上12路公交车。司机罗大勇把车停稳，用学过的急救办法托住孩子的头。";

    private static final String BUS_GOES_ON = "得知救护车堵在两个路口之外，司机罗大勇当即决定把12路公交车直接开到县医院。一车乘客没有一人抱怨，男童不再抽搐，到急诊室时已能哭出声来。";

    private static final String PIPE = "本报讯（记者 熊伟）昨天凌晨，石门街的自来水主管爆裂，三个小区停水。供水公司抢修队四点赶到现场，开挖后发现接口已经锈穿。";

    private static final String PIPE_GOES_ON = "截至昨天下午三点，抢修队换上新的接口，三个小区恢复供水。供水公司说，石门街的老管网明年全部更换。";

    private static final String BOOKS = "本报讯（记者 温如玉）县图书馆的新馆昨天开放，三层楼摆了十二万册书，孩子们排着队进门。馆长说，新馆每天开到晚上九点，读";

    private static final String BOOKS_GO_ON = "者凭身份证就能借书，每人一次可以借五册。";

    private static final List<String> ACROSS =
            List.of("公交司机停车救人", BUS, "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, "县图书馆新馆开放", BOOKS, BUS_GOES_ON, BOOKS_GO_ON);

    @Test
    void aParagraphAmongOthersGoesHomeToTheStoryWhosePeopleItNames() {
        List<Story> stories = read(ACROSS);

        assertThat(stories).extracting(Story::headline).containsExactly("公交司机停车救人", "主管爆裂 三个小区停水", "县图书馆新馆开放");
        assertThat(text(stories.get(0))).contains("罗大勇当即").endsWith("已能哭出声来。");
        assertThat(text(stories.get(1))).endsWith("明年全部更换。");
        assertThat(text(stories.get(2))).endsWith("读者凭身份证就能借书，每人一次可以借五册。");
    }

    @Test
    void theReasonsNameTheLineAndWhatBothSay() {
        assertThat(read(ACROSS).get(0).reasons())
                .filteredOn(reason ->
                        reason.startsWith("line 15 stands among the lines of another story and is read here; both say"))
                .singleElement()
                .asString()
                .contains("罗大勇");
    }

    @Test
    void aParagraphStaysWhereItSaysWhatItsOwnStorySays() {
        List<Story> stories = stories(
                "公交司机停车救人", BUS, BUS_GOES_ON, "主管爆裂 三个小区停水", PIPE, PIPE_GOES_ON, "县图书馆新馆开放", BOOKS + BOOKS_GO_ON);

        assertThat(text(stories.get(0))).contains("罗大勇当即");
        assertThat(text(stories.get(1))).endsWith("明年全部更换。");
    }

    @Test
    void aStoryThatIsSignedAtItsEndTakesNoneIn() {
        assertThat(text(read(with(1, BUS + "（何春）")).get(0))).endsWith("（何春）");
    }

    @Test
    void aParagraphThatTheScanPrintedTwiceStaysInBothStories() {
        List<String> blocks = new ArrayList<>(ACROSS);
        blocks.add(2, BUS_GOES_ON);

        List<Story> stories = read(blocks);

        assertThat(text(stories.get(0))).containsOnlyOnce("罗大勇当即");
        assertThat(stories).filteredOn(story -> text(story).contains("罗大勇当即")).hasSize(2);
    }

    @Test
    void whatAModelOfVisionReadIsInOrder() {
        List<String> marked = ACROSS.stream()
                .map(block -> block.length() < 15 ? "## " + block : block)
                .toList();

        assertThat(text(read(marked).get(0))).doesNotContain("罗大勇当即");
    }

    private static List<String> with(int at, String block) {
        List<String> blocks = new ArrayList<>(ACROSS);
        blocks.set(at, block);
        return blocks;
    }

    private static List<Story> read(List<String> blocks) {
        return stories(blocks.toArray(String[]::new));
    }

    private static String text(Story story) {
        return story.body().stream().map(BodyBlock::getText).collect(Collectors.joining());
    }
}
