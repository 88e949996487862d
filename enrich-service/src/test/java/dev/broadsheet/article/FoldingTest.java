package dev.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void traditionalTextAndFullWidthDigitsReadLikeSimplifiedOnes() {
        assertThat(Folding.fold("民國１１３年７月　農曆初三，六萬餘畝")).isEqualTo("民国113年7月 农历初三,六万余亩");
    }

    @Test
    void paragraphsStayApart() {
        assertThat(Folding.fold("上段\n下段")).isEqualTo("上段\n下段");
    }

    @Property
    void foldingKeepsEveryOffset(@ForAll String text) {
        assertThat(Folding.fold(text)).hasSameSizeAs(text);
    }

    @Property
    void codePointsCountAsJavaDoes(@ForAll String text) {
        CodePoints points = CodePoints.of(text);
        for (int unit = 0; unit <= text.length(); unit++) {
            boolean insidePair = unit > 0
                    && unit < text.length()
                    && Character.isSurrogatePair(text.charAt(unit - 1), text.charAt(unit));
            if (!insidePair) {
                assertThat(points.before(unit)).isEqualTo(text.codePointCount(0, unit));
            }
        }
    }
}
