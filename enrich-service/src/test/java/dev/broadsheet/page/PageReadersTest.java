package dev.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReadersTest {

    private static final String SIMPLIFIED = "本报讯（记者 江一帆）3月5日，临川县首座跨江步行桥正式通行。\n桥长三百六十米，连接老城与江心洲，市民步行过江只要六分钟。\n";
    private static final String TRADITIONAL = "本報訊　連日大雨滂沱，汀江水位陡漲，沿岸田廬多被淹沒。\n縣府已派員馳往各鄉勘災，並電請省府撥款賑濟。\n";

    private final PageReaders readers = new PageReaders();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void aSimplifiedPageIsReadWhateverItsEncoding(String charset) {
        assertThat(text(read(SIMPLIFIED.getBytes(Charset.forName(charset)), null)))
                .isEqualTo(SIMPLIFIED.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "Big5", "UTF-16LE", "UTF-16BE", "GB18030"})
    void aTraditionalPageIsReadWhateverItsEncoding(String charset) {
        assertThat(text(read(TRADITIONAL.getBytes(Charset.forName(charset)), null)))
                .isEqualTo(TRADITIONAL.strip());
    }

    @Test
    void aByteOrderMarkIsNotPrinted() {
        assertThat(text(read(("\uFEFF" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8), null)))
                .startsWith("本报讯");
    }

    @Test
    void aPageThatIsNotWhatItsSenderDeclaredIsRefusedWithAdvice() {
        assertThatThrownBy(() -> read(SIMPLIFIED.getBytes(Charset.forName("GB18030")), StandardCharsets.UTF_8))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("without a charset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void aPageThatWasCutOffInTheMiddleOfACharacterIsRefusedDeclaredOrNot(String charset) {
        byte[] whole = SIMPLIFIED.getBytes(Charset.forName(charset));
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        for (Charset declared : Arrays.asList(Charset.forName(charset), null)) {
            assertThatThrownBy(() -> read(cut, declared))
                    .isInstanceOf(UnreadablePageException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void aPictureIsNoPage() {
        byte[] picture = new byte[4_000];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i * 7919 >>> 3 ^ i * 31);
        }
        assertThatThrownBy(() -> read(picture, null)).isInstanceOf(UnreadablePageException.class);
    }

    @Test
    void anUnknownMediaTypeIsRefusedByName() {
        assertThatThrownBy(() -> readers.read(new byte[0], "image/tiff", null, null, null, null))
                .isInstanceOf(UnreadablePageException.class)
                .hasMessageContaining("image/tiff");
    }

    @Test
    void linesAreNumberedAsTheSourceCountsThem() {
        Page page = read("一\r\n\r\n二\u0000三\n\f四".getBytes(StandardCharsets.UTF_8), null);

        assertThat(page.lines()).extracting(Line::number).containsExactly(1, 2, 3, 4);
        assertThat(page.lines()).extracting(Line::text).containsExactly("一", "", "二三", "\f四");
    }

    @Test
    void markdownKeepsItsTextAndSaysWhatItsMarksMeant() {
        Page page = read(
                "# 要闻\n\n### **老街**换新颜 `烟火气`更浓\n\n1. 第一条\n\n![渡口 何春 摄](a.png)\n\n> 引文\n"
                        .getBytes(StandardCharsets.UTF_8),
                null);

        assertThat(page.lines())
                .extracting(Line::text)
                .containsExactly("要闻", "", "老街换新颜 烟火气更浓", "", "1. 第一条", "", "渡口 何春 摄", "", "引文");
        assertThat(page.lines().get(2).markup()).isEqualTo(new Markup(Markup.Kind.HEADING, 3));
        assertThat(page.lines().get(6).markup().kind()).isEqualTo(Markup.Kind.IMAGE);
        assertThat(page.lines().get(8).markup().kind()).isEqualTo(Markup.Kind.QUOTE);
    }

    @Test
    void aParagraphOverARuleStaysAParagraph() {
        Page page = read("# 要闻\n\n退潮之后，滩涂上布满鸟的足迹。\n---\n".getBytes(StandardCharsets.UTF_8), null);

        assertThat(page.lines().get(2).markup().isHeading()).isFalse();
    }

    @Test
    void nestingWithoutEndIsReadInBoundedTime() {
        String hostile = "# 标题\n" + ">".repeat(50_000) + "\n" + "[".repeat(50_000) + "\n" + "*".repeat(50_000) + "字";

        assertThat(text(read(hostile.getBytes(StandardCharsets.UTF_8), null)))
                .contains("标题")
                .endsWith("字");
    }

    @Test
    void foreignFilesInEveryEncodingAreRead() throws IOException {
        Path folder = Path.of(System.getProperty("broadsheet.eval", "absent"), "formats", "encodings");
        assumeTrue(Files.isDirectory(folder), "no evaluation material at " + folder);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Charset charset = Charset.forName(file.getParent().getFileName().toString());
            String expected = new String(Files.readAllBytes(file), charset).replace("\uFEFF", "");
            assertThat(letters(text(read(Files.readAllBytes(file), null))))
                    .as("%s", file)
                    .isEqualTo(letters(expected));
        }
    }

    private Page read(byte[] content, Charset charset) {
        return readers.read(content, "text/plain", charset, null, null, null);
    }

    private static String text(Page page) {
        return page.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
