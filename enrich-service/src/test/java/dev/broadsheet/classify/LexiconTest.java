package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private final Lexicon lexicon = new Lexicon(List.of(
            term("法网", "15000000"),
            new Term("法网恢恢", Map.of()),
            term("AI", "13000000"),
            term("3G", "13000000"),
            term("iPhone", "13000000"),
            term("医院", "07000000")));

    @Test
    void aTermInsideALongerExpressionDoesNotCount() {
        assertThat(found("法网恢恢")).containsExactly("法网恢恢");
        assertThat(found("法网开赛")).containsExactly("法网");
    }

    @Test
    void latinTermsMatchWholeWordsWhateverTheirWidth() {
        assertThat(found("said")).isEmpty();
        assertThat(found("it said ai")).isEmpty();
        assertThat(found("用ＡＩ看病")).containsExactly("AI");
        assertThat(found("13G流量")).isEmpty();
        assertThat(found("IPHONE上市")).containsExactly("iPhone");
    }

    @Test
    void traditionalPrintMatches() {
        assertThat(found("縣醫院")).containsExactly("医院");
    }

    @Test
    void theTermFilesNameKnownTopicsOnly() {
        assertThat(TermFiles.read()).hasSizeGreaterThan(4000);
    }

    private static Term term(String text, String code) {
        return new Term(text, Map.of(code, 4));
    }

    private List<String> found(String text) {
        return lexicon.find(text).stream().map(hit -> hit.entry().term().text()).toList();
    }
}
