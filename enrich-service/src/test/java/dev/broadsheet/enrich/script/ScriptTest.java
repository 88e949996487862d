package dev.broadsheet.enrich.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Language, script and garbled share. */
class ScriptTest {

    private static final LanguageGuesser LANGUAGES = new LanguageGuesser();
    private static final GarbleMeter GARBLES = new GarbleMeter();
    private static final String NEWS = "第六届云汀茶叶博览会在会展中心开幕，来自省内外的三百二十家茶企携新品参展，展会为期四天。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第六届云汀茶叶博览会在会展中心开幕，来自省内外的茶企参展|zh-Hans",
                "第六屆雲汀茶葉博覽會在會展中心開幕，來自省內外的茶企參展|zh-Hant",
                "皇后大道的里長在台上說話，後來大家一齊鼓掌|zh-Hant",
                "The mayor opened the tea fair in the new hall and spoke of its history|en",
                "Le maire a ouvert la foire dans la nouvelle salle et il a parlé de son histoire|fr",
                "Der Bürgermeister hat die Messe in der neuen Halle eröffnet und von der Geschichte erzählt|de",
                "市長は新しい会場でお茶の見本市を開きました|ja",
                "시장은 새로운 전시장에서 차 박람회를 열었다|ko",
            })
    void aTextsLanguageAndScriptAreTold(String text, String language) {
        assertThat(LANGUAGES.guess(text)).isEqualTo(language);
    }

    @Test
    void whatCannotBeToldIsNotGuessed() {
        assertThat(LANGUAGES.guess("")).isNull();
        assertThat(LANGUAGES.guess("12345 %%")).isNull();
        assertThat(LANGUAGES.guess("xyzzy plugh")).isNull();
        assertThat(LANGUAGES.guess("中山大")).isEqualTo("zh");
    }

    @Test
    void cleanNewsIsNotGarbled() {
        assertThat(GARBLES.share(NEWS)).isZero();
        assertThat(GARBLES.share("第六屆雲汀茶葉博覽會在會展中心開幕，參展企業三百二十家。")).isZero();
        assertThat(GARBLES.share("KTV与WiFi，A股，3D打印，5G，café")).isZero();
    }

    @Test
    void bytesReadInTheWrongEncodingAreGarbled() {
        String asGbk = new String(NEWS.getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));
        String asLatin = new String(NEWS.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(GARBLES.share(asGbk)).isGreaterThan(0.3);
        assertThat(GARBLES.share(asLatin)).isGreaterThan(0.8);
    }

    @Test
    void aGarbledHalfCountsAsHalf() {
        assertThat(GARBLES.share("云汀茶叶□□□□")).isEqualTo(0.5);
        assertThat(GARBLES.share("巾l国")).isGreaterThan(0.3);
        assertThat(GARBLES.share("云\uFFFD汀\u0001")).isEqualTo(0.5);
    }

    @Property
    void theShareIsAShare(@ForAll String text) {
        assertThat(GARBLES.share(text)).isBetween(0.0, 1.0);
    }
}
