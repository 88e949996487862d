package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
            "|---|---|",
            "<table><tr><td>甲</td><td>乙</td></tr></table>",
            "甲<br>乙",
            "停电时间：8:00—12:00",
            "美元 717.52 720.53",
            "一溪新绿绕孤村，",
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
            "🗞",
            "锟斤拷锟斤拷",
            "ä¸œé—¨å¤§æ¡¥",
            "囗囗□□■%%##",
            "\uE000\uE001",
            "**粗体**",
            "1. 第一项",
            "名次  球队  积分",
            "| 1 | 德国 | 6 |",
            "<b>云汀</b>",
            "&amp;",
            "\\*",
            "com-",
            "~~删~~",
            "===",
            "汀江渡口的新渡船下水，两岸居民往来方便。",
            "汀江渡口的新渡船下水，两岸居民往来方便。\n汀江渡口的新渡船下水，两岸居民往来方便。",
            "汀江渡口新船下水\n汀江渡口新船下水");

    private static final String HAN = "云汀市日报讯记者林江一二三年月日电版上接下转第编按摄图文，。、；“”（） ";

    /** What Markdown takes for markup, when it stands where markup can. */
    private static final String MARKS = "#*_~`>-+=|[]()!\\";

    @Property(tries = 300)
    void everyPrintedCharacterIsInExactlyOnePlace(@ForAll("pages") String text) {
        PrintedOnce.check(read(text, "text/plain"));
    }

    @Property(tries = 300)
    void soItIsOnPagesInMarkdown(@ForAll("pages") String text) {
        PrintedOnce.check(read(text, "text/markdown"));
    }

    @Property(tries = 50)
    void soItIsOnPagesReadFromVerticalColumns(@ForAll("pages") String text) {
        PrintedOnce.check(read(vertical(text), "text/plain"));
    }

    @Test
    void soItIsOnAPageOfTwentyThousandLines() {
        Random random = new Random(20_000);
        String text = IntStream.range(0, 20_000)
                .mapToObj(i -> CUES.get(random.nextInt(CUES.size())) + HAN.substring(random.nextInt(HAN.length())))
                .collect(Collectors.joining("\n"));

        PrintedOnce.check(read(text, "text/markdown"));
    }

    @Property(tries = 300)
    void readingAPageAsPlainTextTakesNothingFromIt(@ForAll("pages") String markdown) {
        String text =
                markdown.replace('#', '＃').replace('|', '｜').replace('<', '＜'); // else it would be read as Markdown
        List<String> source = source(text);
        List<Line> lines = read(text, "text/plain").lines();

        assertThat(lines).hasSameSizeAs(source);
        lines.forEach(
                line -> assertThat(Glyphs.tight(line.text())).isEqualTo(Glyphs.tight(source.get(line.number() - 1))));
    }

    @Property(tries = 300)
    void readingAPageAsMarkdownTakesNothingButMarkupFromIt(@ForAll("pages") String text) {
        List<String> source = source(text);
        List<Line> lines = read(text, "text/markdown").lines();

        assertThat(lines).hasSameSizeAs(source);
        lines.forEach(line -> assertOnlyMarkupIsGone(source.get(line.number() - 1), line.text(), text));
    }

    /**
     * What is gone of a line are marks of Markdown; where the line has a link or a picture, its address, too, and where it has
     * a table in HTML, its tags, for which it is drawn in strokes.
     */
    private static void assertOnlyMarkupIsGone(String source, String read, String page) {
        StringBuilder gone = new StringBuilder();
        String left = Glyphs.tight(source.contains("<") ? read.replace("|", "") : read);
        int at = 0;
        for (char c : Glyphs.tight(source).toCharArray()) {
            if (at < left.length() && left.charAt(at) == c) {
                at++;
            } else {
                gone.append(c);
            }
        }
        assertThat(at).as("%s read of %s", read, source).isEqualTo(left.length());
        boolean linked = source.contains("](") || source.contains("][") || source.contains("<");
        if (!linked) {
            assertThat(gone.chars().filter(c -> MARKS.indexOf(c) < 0).count())
                    .as("%s gone of %s on %s", gone, source, page)
                    .isZero();
        }
    }

    @Property(tries = 100)
    void theSamePageAlwaysGivesTheSameResult(@ForAll("pages") String text) {
        Page page = read(text, "text/plain");

        assertThat(new Segmenter().segment(page)).isEqualTo(new Segmenter().segment(page));
    }

    @Property(tries = 100)
    void everyPageCanBeExplained(@ForAll("pages") String text) {
        Page page = read(text, "text/plain");
        Explanation explanation = new Segmenter().explain(page);

        assertThat(explanation.segmentation()).isEqualTo(new Segmenter().segment(page));
        assertThat(explanation.lines()).hasSameSizeAs(page.lines());
        explanation.lines().forEach(line -> assertThat(line.role() == null)
                .isEqualTo(Glyphs.trim(line.line().text()).isEmpty()));
    }

    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> han = Arbitraries.strings().withChars(HAN).ofMaxLength(40);
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of(CUES), han, noise, Arbitraries.just("")), han)
                .as((cue, rest) -> cue + (rest.length() % 3 == 0 ? "" : rest));
        return line.list()
                .ofMaxSize(40)
                .map(lines -> String.join("\n", lines))
                .filter(text -> text.chars().filter(c -> c == '\uFFFD').count() <= 2); // with more it is no page
    }

    /** One character a line, as columns read from top to bottom come out of some programs. */
    private static String vertical(String text) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining("\n"));
    }

    /** The lines of the source, as the page counts them. */
    private static List<String> source(String text) {
        String terminator = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
        List<String> lines = new ArrayList<>(List.of(text.split(terminator, -1)));
        if (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static Page read(String text, String type) {
        return new PageReaders()
                .read(
                        text.getBytes(StandardCharsets.UTF_8),
                        type,
                        StandardCharsets.UTF_8,
                        null,
                        LocalDate.of(2024, 7, 21),
                        "1");
    }
}
