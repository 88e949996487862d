package dev.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GarbleTest {

    private static final String NEWS = "云汀茶叶博览会在会展中心开幕";

    @Test
    void textReadInTheWrongEncodingIsGarbled() {
        byte[] utf8 = NEWS.getBytes(StandardCharsets.UTF_8);
        byte[] gbk = NEWS.getBytes(Charset.forName("GBK"));

        assertThat(Garble.isMost(new String(utf8, Charset.forName("GBK")))).isTrue();
        assertThat(Garble.isMost(new String(utf8, Charset.forName("windows-1252"))))
                .isTrue();
        assertThat(Garble.isMost(new String(gbk, StandardCharsets.ISO_8859_1))).isTrue();
        assertThat(Garble.isMost(new String(gbk, StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void garbledPassagesAreFoundBetweenSoundText() {
        assertThat(Garble.passages("茶会锟斤拷锟斤拷，烫烫烫烫。开幕%%##@@，约□□□家茶企\uE000\uFFFD参展"))
                .containsExactly("锟斤拷锟斤拷，烫烫烫烫", "%%##@@", "□□□", "\uE000\uFFFD");
    }

    @Test
    void whatNewspapersPrintIsNotGarbled() {
        for (String sound : new String[] {
            NEWS,
            "第六屆雲汀茶葉博覽會在會展中心開幕，參展企業三百二十家。",
            "café、naïve、Ångström，25°～30°，±5%，100％",
            "水很烫，屯里人口口相传",
            "□林一 ■聚焦 ★★★★★ ——————",
            "| 名次 | 球队 |---|---|",
            "3×4＝12，A&B，C++，#话题#"
        }) {
            assertThat(Garble.passages(sound)).as(sound).isEmpty();
        }
    }

    @Test
    void aRuleOfBoxesIsNotGarbledText() {
        assertThat(Garble.isMost("□□□□□□□□")).isFalse();
    }

    @Property
    void passagesStandInTheTextInOrder(@ForAll String text) {
        int at = 0;
        for (String passage : Garble.passages(text)) {
            assertThat(text.indexOf(passage, at)).isGreaterThanOrEqualTo(at);
            at = text.indexOf(passage, at) + passage.length();
        }
    }
}
