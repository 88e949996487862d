package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageContentTest {

    private static final String TEXT = "本报讯 云汀市一年一度的龙舟赛昨日开桨。\n十二支队伍参加。\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030", "Big5"})
    void textInAnyCommonEncodingIsTakenWhetherDeclaredOrNot(String charset) {
        byte[] bytes = TEXT.replace("云汀", "臨川")
                .replace("龙", "龍")
                .replace("赛", "賽")
                .replace("开桨", "開槳")
                .replace("队", "隊")
                .replace("参", "參")
                .replace("报讯", "報訊")
                .replace("举", "舉")
                .getBytes(Charset.forName(charset));

        assertThatCode(() -> PageContent.check(bytes, charset)).doesNotThrowAnyException();
        if (!charset.equals("UTF-32")) {
            assertThatCode(() -> PageContent.check(bytes, null)).doesNotThrowAnyException();
        }
    }

    @Test
    void aPageDeclaredGb2312MayHoldCharactersOfItsSuperset() {
        byte[] bytes = "镕堃喆".getBytes(Charset.forName("GB18030"));
        assertThat(PageContent.check(bytes, "gb2312")).isEqualTo("GB18030");
        assertThat(PageContent.check("云汀".getBytes(Charset.forName("GB2312")), "gb2312"))
                .isEqualTo("GB2312");
    }

    @Test
    void bytesThatAreNotInTheirDeclaredCharsetAreRefused() {
        byte[] gb = TEXT.getBytes(Charset.forName("GB18030"));
        assertThat(refusal(gb, "UTF-8")).isEqualTo(Refusal.UNREADABLE_CHARSET);
    }

    @ParameterizedTest
    @CsvSource({"klingon", "'not a name'"})
    void aCharsetNobodyKnowsIsRefused(String charset) {
        assertThat(refusal(TEXT.getBytes(StandardCharsets.UTF_8), charset)).isEqualTo(Refusal.BAD_CHARSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t ", "\uFEFF", "　　\n"})
    void aPageWithoutInkIsEmpty(String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(Refusal.EMPTY_PAGE);
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8), "UTF-8")).isEqualTo(Refusal.EMPTY_PAGE);
    }

    @Test
    void anImageIsNotAPage() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 4, 0};
        assertThat(refusal(png, null)).isEqualTo(Refusal.BINARY);
    }

    @Property
    void chineseTextInUtf16NeedsNoByteOrderMark(@ForAll("chinese") String text) {
        assertThatCode(() -> PageContent.check(text.getBytes(StandardCharsets.UTF_16BE), null))
                .doesNotThrowAnyException();
        assertThatCode(() -> PageContent.check(text.getBytes(StandardCharsets.UTF_16LE), null))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.strings()
                .withCharRange('一', '龥')
                .withChars("，。\nA1 ")
                .ofMinLength(2)
                .ofMaxLength(200)
                .filter(text -> !text.isBlank());
    }

    private static Refusal refusal(byte[] content, String charset) {
        PageRefusedException refused =
                catchThrowableOfType(PageRefusedException.class, () -> PageContent.check(content, charset));
        return refused == null ? null : refused.refusal();
    }
}
