package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.PageReaders;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Noise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that the scan doubled or garbled neither mislead nor get lost. */
class AsidesTest {

    private static final String HEADLINE = "汀江渡口新船下水";
    private static final String LEAD = "本报讯（记者 江一帆）昨日上午，临川县汀江渡口的新渡船下水，两岸居民往来方便。";
    private static final String MORE = "新船长二十米，可坐六十人。";

    @Test
    void aLeadPrintedTwiceOpensNoSecondArticle() {
        Story story = only(HEADLINE, LEAD, LEAD, MORE);

        assertThat(story.headline()).isEqualTo(HEADLINE);
        assertThat(texts(story)).containsExactly(LEAD, LEAD, MORE);
        assertThat(story.suspectedNoise()).containsExactly(new Noise(LEAD, "doubled"));
        assertThat(story.reasons()).contains("what line 2 prints is printed again in line 3");
    }

    @Test
    void aLeadPrintedAgainFurtherDownOpensNoSecondArticle() {
        Story story = only(HEADLINE, LEAD, MORE, LEAD, "渡口每天早晚各开六班，票价不变。");

        assertThat(story.headline()).isEqualTo(HEADLINE);
        assertThat(texts(story)).hasSize(4);
        assertThat(story.suspectedNoise()).containsExactly(new Noise(LEAD, "doubled"));
    }

    @Test
    void aShortSentencePrintedTwiceIsFlagged() {
        assertThat(only(HEADLINE, LEAD, MORE, MORE).suspectedNoise()).containsExactly(new Noise(MORE, "doubled"));
    }

    @Test
    void theEndOfALinePrintedAgainIsFlagged() {
        String end = "临川县汀江渡口的新渡船下水，两岸居民往来方便。";

        assertThat(only(HEADLINE, LEAD, end, MORE).suspectedNoise()).containsExactly(new Noise(end, "doubled"));
    }

    @Test
    void aSecondPrintInWhichOneLetterWasMisreadIsStillASecondPrint() {
        String misread = LEAD.replace("渡船", "渡般");

        assertThat(only(HEADLINE, LEAD, misread, MORE).suspectedNoise()).containsExactly(new Noise(misread, "doubled"));
    }

    @Test
    void linesOfAColumnPrintedTwiceStayWhereTheyArePrinted() {
        Story story =
                only(HEADLINE, "本报讯（记者 江一帆）昨日上午", "，临川县汀江渡口的新渡船下水", "，临川县汀江渡口的新渡船下水", "，两岸居民往来方便，再不用绕", "道二十里。新船长二十米。");

        assertThat(texts(story))
                .containsExactly("本报讯（记者 江一帆）昨日上午，临川县汀江渡口的新渡船下水，临川县汀江渡口的新渡船下水，两岸居民往来方便，再不用绕道二十里。新船长二十米。");
        assertThat(story.suspectedNoise()).containsExactly(new Noise("，临川县汀江渡口的新渡船下水", "doubled"));
    }

    @Test
    void aHeadlinePrintedTwiceIsOneHeadline() {
        Segmentation page = segment(HEADLINE, HEADLINE, LEAD);

        Story story = page.stories().get(0);
        assertThat(page.stories()).hasSize(1);
        assertThat(story.headline()).isEqualTo(HEADLINE);
        assertThat(story.kicker()).isNull();
        assertThat(story.subheadline()).isNull();
        assertThat(story.suspectedNoise()).containsExactly(new Noise(HEADLINE, "doubled"));
        assertThat(page.furniture()).singleElement().satisfies(line -> assertThat(line.number())
                .isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"归来吧", "白菜 斤 1.2元 市场价", "是的，"})
    void rowsOfATableAndRefrainsAreNoSecondPrints(String line) {
        assertThat(segment(HEADLINE, LEAD, line, line, MORE).stories())
                .allSatisfy(story -> assertThat(story.suspectedNoise()).isEmpty());
    }

    @Test
    void manyShortNoticesAlikeAreNoSecondPrints() {
        assertThat(segment("征稿", "欢迎来稿，文责自负。", "征稿", "欢迎来稿，文责自负。", "征稿", "欢迎来稿，文责自负。", "征稿", "欢迎来稿，文责自负。")
                        .stories())
                .allSatisfy(story -> assertThat(story.suspectedNoise()).isEmpty());
    }

    @Test
    void whatDiffersInAFigureIsNoSecondPrint() {
        String first = "第一航道水深四米，可以通行五百吨级以下的货船和客船。";
        String second = "第二航道水深四米，可以通行五百吨级以下的货船和客船。";

        assertThat(only(HEADLINE, LEAD, first, second).suspectedNoise()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"锟斤拷锟斤拷", "ä¸œé—¨å¤§æ¡¥", "ÖÐ¹úÈËÃñ", "\uFFFD\uFFFD", "囗囗口□□■■", "\uE001\uE002\uE003"})
    void aGarbledLineIsNeitherKickerNorHeadline(String garbled) {
        for (Segmentation page : List.of(
                segment(garbled, HEADLINE, LEAD),
                segment(HEADLINE, garbled, LEAD),
                segment(HEADLINE, LEAD, garbled, MORE),
                segment(HEADLINE, LEAD, MORE, "", garbled))) {
            Story story = page.stories().get(0);
            assertThat(page.stories()).as(garbled).hasSize(1);
            assertThat(story.headline()).isEqualTo(HEADLINE);
            assertThat(story.kicker()).isNull();
            assertThat(story.subheadline()).isNull();
            assertThat(story.suspectedNoise()).containsExactly(new Noise(garbled, "garbled"));
        }
    }

    @Test
    void manyGarbledLinesAreTextAndNoHeadlines() {
        String garbled = "ä¸œé—¨å¤§æ¡¥";
        Segmentation page =
                segment(HEADLINE, LEAD, "", garbled, garbled + "é", garbled + "è½", garbled + "æ", "", MORE);

        assertThat(page.stories()).singleElement().satisfies(story -> {
            assertThat(story.headline()).isEqualTo(HEADLINE);
            assertThat(story.suspectedNoise()).extracting(Noise::getKind).containsOnly("garbled");
        });
    }

    @Test
    void garbleInAHeadlineIsFlagged() {
        assertThat(only(HEADLINE + "锟斤拷", LEAD).suspectedNoise()).containsExactly(new Noise("锟斤拷", "garbled"));
    }

    @Test
    void aPageMayBeginWithTheSameGarbleTwice() {
        String garbled = "锟斤拷锟斤拷锟斤拷锟斤拷";

        assertThat(only(garbled, garbled, HEADLINE, LEAD).headline()).isEqualTo(HEADLINE);
    }

    @Test
    void aPageOfGarbleAloneIsKept() {
        Segmentation page = segment("锟斤拷锟斤拷", "烫烫烫烫");

        assertThat(page.stories().size() + page.furniture().size()).isPositive();
    }

    private static Segmentation segment(String... lines) {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new Segmenter()
                .segment(new PageReaders().read(text, "text/plain", StandardCharsets.UTF_8, null, null, null));
    }

    private static Story only(String... lines) {
        List<Story> stories = segment(lines).stories();
        assertThat(stories).hasSize(1);
        return stories.get(0);
    }

    private static List<String> texts(Story story) {
        return story.body().stream().map(BodyBlock::getText).toList();
    }
}
