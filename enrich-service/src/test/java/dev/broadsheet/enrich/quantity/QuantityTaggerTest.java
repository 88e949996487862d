package dev.broadsheet.enrich.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.date.DateTagger;
import dev.broadsheet.schema.Quantity;
import dev.broadsheet.text.ResourceLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityTaggerTest {

    private static final QuantityTagger TAGGER = new QuantityTagger();
    private static final DateTagger DATES = new DateTagger();
    private static final LocalDate ISSUE = LocalDate.of(2024, 3, 15);
    private static final int FIELDS_OF_AMOUNT = 5;

    private static List<Quantity> tag(String text) {
        return TAGGER.tag(text, DATES.tag(text, ISSUE));
    }

    static Stream<List<String>> amounts() {
        return ResourceLines.fields(QuantityTaggerTest.class, "amounts.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void anAmountHasTheValueAReaderWouldSay(List<String> line) {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i + FIELDS_OF_AMOUNT <= line.size(); i += FIELDS_OF_AMOUNT) {
            double value = Double.parseDouble(line.get(i + 2));
            expected.add(line.get(i).replace('_', ' ') + " " + line.get(i + 1) + " " + value + " " + line.get(i + 3)
                    + " " + line.get(i + 4).equals("~"));
        }
        assertThat(tag(line.get(0).replace('_', ' ')))
                .extracting(found -> found.getText() + " " + found.getKind() + " " + found.getValue() + " "
                        + found.getUnit() + " " + found.getApproximate())
                .as(line.get(0))
                .isEqualTo(expected);
    }

    @Test
    void aDateIsNoAmount() {
        assertThat(tag("2024年3月1日至3日，近三年来，第一季度")).isEmpty();
    }

    @Test
    void amountsStandInTheOrderOfTheText() {
        assertThat(tag("全市12家企业投入3.2亿元，新增岗位2000个。"))
                .extracting(Quantity::getText)
                .containsExactly("12家", "3.2亿元", "2000个");
    }

    @Provide
    Arbitrary<String> amountLikeText() {
        return Arbitraries.of("0123456789.,亿万千百十一二三两半数几约近上余多来个人名元亩米%％成分之至-以上 。月年日𠮷\n"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(60)
                .map(characters -> String.join("", characters));
    }

    @Property
    void theTextAtAnAmountsPlaceIsTheAmount(@ForAll("amountLikeText") String text) {
        int end = 0;
        for (Quantity found : tag(text)) {
            assertThat(found.getStart()).isGreaterThanOrEqualTo(end);
            int from = text.offsetByCodePoints(0, found.getStart());
            int to = text.offsetByCodePoints(0, found.getEnd());
            assertThat(text.substring(from, to)).isEqualTo(found.getText()).isNotBlank();
            assertThat(found.getValue()).isFinite().isNotNegative();
            end = found.getEnd();
        }
    }

    @Test
    void hostileTextIsReadOnce() {
        assertThat(tag("9".repeat(200_000))).isEmpty();
        assertThat(tag("亿".repeat(200_000))).isEmpty();
        assertThat(tag("1,000".repeat(40_000))).isEmpty();
        assertThat(tag("三万五千".repeat(40_000)).size()).isLessThan(40_000);
    }
}
