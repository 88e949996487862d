package dev.broadsheet.enrich.gist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.EnrichContext;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Keyword;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Keywords and summary. */
class GistTest {

    private static final Enricher ENRICHER = new Enricher();
    private static final Summarizer SUMMARIZER = new Summarizer();

    private static final ArticleText FAIR = new ArticleText(
            null,
            "云汀茶叶博览会开幕",
            null,
            List.of(
                    paragraph("本报讯（记者 林溪）3月12日，第六届云汀茶叶博览会在云汀会展中心开幕。博览会为期四天，展览面积2.6万平方米。"),
                    paragraph("茶叶博览会上，白茶最受欢迎。白茶产自临川县，茶园面积达38.5万亩。“今年的白茶卖得好。”茶农郑阿土说。")),
            List.of());

    private static BodyBlock paragraph(String text) {
        return new BodyBlock(BlockType.paragraph, text);
    }

    private static String summary(String... paragraphs) {
        return SUMMARIZER.summarize(
                java.util.Arrays.stream(paragraphs).map(GistTest::paragraph).toList(), List.of());
    }

    private static Enrichment enriched() {
        return ENRICHER.enrich(FAIR, new EnrichContext("云汀日报", LocalDate.of(2024, 3, 13), Set.of("林溪")));
    }

    @Test
    void whatTheHeadlineAndTheBodySayTogetherComesFirst() {
        assertThat(enriched().keywords().get(0).getText()).contains("茶叶博览会");
        assertThat(enriched().keywords()).extracting(Keyword::getText).anyMatch(phrase -> phrase.endsWith("会展中心"));
    }

    @Test
    void theSummaryStartsBehindTheBylineAlsoWhereNothingStandsBetween() {
        assertThat(summary("本报讯3月12日，云汀茶叶博览会开幕。")).isEqualTo("3月12日，云汀茶叶博览会开幕。");
        assertThat(summary("讯息显示，云汀茶叶博览会开幕。")).isEqualTo("讯息显示，云汀茶叶博览会开幕。");
        assertThat(summary("据新华社云汀3月12日电3月11日，云汀茶叶博览会开幕。")).isEqualTo("3月11日，云汀茶叶博览会开幕。");
        assertThat(summary("（上接第一版）云汀茶叶博览会展出两千种茶。")).isEqualTo("云汀茶叶博览会展出两千种茶。");
        assertThat(summary("新华社云汀3月12日电（记者 林溪）云汀茶叶博览会开幕。")).isEqualTo("云汀茶叶博览会开幕。");
    }

    @Test
    void keywordsAreNeitherReportersNorDatesNorSetPhrases() {
        assertThat(enriched().keywords())
                .extracting(Keyword::getText)
                .doesNotContain("林溪", "记者", "3月12日", "本报讯")
                .noneMatch(phrase -> phrase.contains("平方米"));
    }

    @Test
    void aKeywordBeginsWithAWholeWordAndHoldsNoVerbOfAReport() {
        String text = "云汀市非遗集市开市。社会各界持续打击盗版，社会各界调动爱心力量。非遗集市很热闹。";
        assertThat(ENRICHER.analyze(text, null).keywords())
                .extracting(Keyword::getText)
                .contains("集市")
                .noneMatch(phrase -> phrase.startsWith("遗") || phrase.contains("打击") || phrase.contains("调动"));
    }

    @Test
    void aKeywordIsNoPieceOfANameNoOfficeAndNoDeed() {
        ArticleText text = new ArticleText(
                null,
                "福州银行为果园发放贷款",
                null,
                List.of(paragraph("福州市消费者协会副会长、民盟福建省委会主委方若谷到会。福州银行为消费者挽回损失，消费者满意。")),
                List.of());
        assertThat(ENRICHER.enrich(text, new EnrichContext("福州日报", null, Set.of()))
                        .keywords())
                .extracting(Keyword::getText)
                .contains("福州市消费者协会", "民盟福建省委会")
                .noneMatch(phrase -> phrase.contains("主委")
                        || phrase.contains("会长")
                        || phrase.contains("发放")
                        || phrase.contains("挽回"));
    }

    @Test
    void keywordsStandInTheTextAndFallInWeight() {
        List<Keyword> keywords = enriched().keywords();
        assertThat(keywords).isNotEmpty().allMatch(keyword -> FAIR.text().contains(keyword.getText()));
        assertThat(keywords).extracting(Keyword::getScore).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(keywords.get(0).getScore()).isEqualTo(1.0);
    }

    @Test
    void theSummaryIsTheLeadWithoutItsByline() {
        assertThat(enriched().summary())
                .startsWith("3月12日，第六届云汀茶叶博览会在云汀会展中心开幕。")
                .contains("2.6万平方米。");
    }

    @Test
    void aWireReportsDatelineIsNotPartOfItsFirstSentence() {
        assertThat(summary("新华社云汀3月12日电（记者 林溪）第六届云汀茶叶博览会12日在这里开幕。")).isEqualTo("第六届云汀茶叶博览会12日在这里开幕。");
    }

    @Test
    void aLeadThatIsTooLongGivesWayToAWholeSentence() {
        String longLead = "这是一个很长的导语，" + "它列举了许许多多的单位名称，".repeat(12) + "终于结束。";
        assertThat(summary(longLead + "白茶今年卖得很好，价格也高。")).isEqualTo("白茶今年卖得很好，价格也高。");
    }

    @Test
    void whereNoWholeSentenceFitsThereIsNoSummary() {
        assertThat(summary("它列举了许许多多的单位名称，".repeat(12) + "终于结束。")).isNull();
        assertThat(summary("没有句号的一行标题文字")).isNull();
        assertThat(summary()).isNull();
    }

    @Test
    void aQuotationStaysWithItsSpeaker() {
        assertThat(Sentences.of("“今年的白茶卖得好。价格也高。”茶农郑阿土说。他很高兴。")).containsExactly("“今年的白茶卖得好。价格也高。”茶农郑阿土说。", "他很高兴。");
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of("茶园白云汀市。！？“”（），；讯电本报新华社 \n𠮷"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(300)
                .map(characters -> String.join("", characters));
    }

    @Property(tries = 300)
    void aSummaryIsTakenFromTheTextAndShort(@ForAll("prose") String text) {
        String summary = summary(text);
        if (summary != null) {
            assertThat(summary.codePointCount(0, summary.length())).isLessThanOrEqualTo(120);
            assertThat(text.replaceAll("\\s", "")).contains(summary.replaceAll("\\s", ""));
        }
    }
}
