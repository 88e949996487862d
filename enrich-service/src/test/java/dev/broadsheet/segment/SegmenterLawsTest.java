package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import dev.broadsheet.schema.LineRange;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every page, however hostile. */
class SegmenterLawsTest {

    private static final List<String> CUES = List.of(
            "本报讯（记者 江一帆）",
            "据新华社北京7月20日电 ",
            "（上接第一版）",
            "（下转第二版）",
            "编者按",
            "编 者 按",
            "延伸报道>>>",
            "⊙本报记者 柳月明 文 何春 图",
            "（廖晨曦）",
            "本报记者 何春 摄",
            "——汀江两岸见闻",
            "老街换新颜 烟火气更浓",
            "要闻",
            "第3版",
            "云汀日报 2024年7月21日 星期日",
            "# ",
            "## 标题",
            "> ",
            "- ",
            "| a | b |",
            "![图](x)",
            "[",
            "```",
            "---",
            "\f",
            "\t",
            "\u3000\u3000",
            "遗失声明",
            "一、",
            "图为",
            "此致",
            "责任编辑：林一",
            "(((((",
            "）））",
            "\"",
            "“",
            "”",
            "。",
            "，",
            "……",
            "\u0000",
            "\uFFFD",
            "🗞");

    @Property(tries = 400)
    void everyPrintedLineIsInExactlyOnePlace(@ForAll("pages") String text) {
        Page page = page(text);
        Segmentation segmentation = new Segmenter().segment(page);

        Map<Integer, Integer> places = new TreeMap<>();
        Map<Integer, Boolean> blank = new TreeMap<>();
        page.lines()
                .forEach(line ->
                        blank.put(line.number(), Glyphs.trim(line.text()).isEmpty()));
        for (Story story : segmentation.stories()) {
            for (LineRange range : story.lines()) {
                for (int n = range.getFirst(); n <= range.getLast(); n++) {
                    if (!blank.get(n)) {
                        places.merge(n, 1, Integer::sum);
                    }
                }
            }
        }
        segmentation.furniture().forEach(line -> places.merge(line.number(), 1, Integer::sum));

        blank.forEach((number, empty) -> assertThat(places.getOrDefault(number, 0))
                .as("places of line %d of %s", number, text)
                .isEqualTo(empty ? 0 : 1));
    }

    @Property(tries = 400)
    void noPrintedCharacterIsLostOrDoubled(@ForAll("pages") String text) {
        Page page = page(text);
        Segmentation segmentation = new Segmenter().segment(page);

        StringBuilder said = new StringBuilder();
        for (Story story : segmentation.stories()) {
            for (String part : new String[] {story.kicker(), story.headline(), story.subheadline()}) {
                said.append(part == null ? "" : part);
            }
            story.body().forEach(block -> said.append(block.getText()));
            story.captions().forEach(said::append);
            story.byline().forEach(said::append);
        }
        segmentation.furniture().forEach(line -> said.append(line.text()));
        StringBuilder printed = new StringBuilder();
        page.lines().forEach(line -> printed.append(line.text()));

        assertThat(letters(said)).isEqualTo(letters(printed));
    }

    @Property(tries = 100)
    void theSamePageAlwaysGivesTheSameResult(@ForAll("pages") String text) {
        assertThat(new Segmenter().segment(page(text))).isEqualTo(new Segmenter().segment(page(text)));
    }

    @Property(tries = 100)
    void everyPageCanBeExplained(@ForAll("pages") String text) {
        Page page = page(text);
        Explanation explanation = new Segmenter().explain(page);

        assertThat(explanation.segmentation()).isEqualTo(new Segmenter().segment(page));
        assertThat(explanation.lines()).hasSameSizeAs(page.lines());
        explanation.lines().forEach(line -> assertThat(line.role() == null)
                .isEqualTo(Glyphs.trim(line.line().text()).isEmpty()));
    }

    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> han = Arbitraries.strings()
                .withChars("云汀市日报讯记者林江一二三年月日电版上接下转第编按摄图文，。、；“”（） ")
                .ofMaxLength(40);
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of(CUES), han, noise, Arbitraries.just("")), han)
                .as((cue, rest) -> cue + (rest.length() % 3 == 0 ? "" : rest));
        return line.list()
                .ofMaxSize(40)
                .map(lines -> String.join("\n", lines))
                .filter(text -> text.chars().filter(c -> c == '\uFFFD').count() <= 2); // with more it is no page
    }

    private static Page page(String text) {
        return new PageReaders()
                .read(
                        text.getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        StandardCharsets.UTF_8,
                        null,
                        LocalDate.of(2024, 7, 21),
                        "1");
    }

    private static Map<Integer, Long> letters(CharSequence text) {
        Map<Integer, Long> letters = new TreeMap<>();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(c -> letters.merge(c, 1L, Long::sum));
        return letters;
    }
}
