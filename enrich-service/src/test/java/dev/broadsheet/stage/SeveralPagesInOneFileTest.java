package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.RawPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages print of themselves serves where nobody said it, and where a file holds several of them. */
class SeveralPagesInOneFileTest {

    private static final String BRIDGE = "东门大桥主体完工\n\n本报讯（记者 许大同）昨日上午，随着最后一榀钢梁吊装到位，东门大桥主体结构全部完工。";
    private static final String TRIAL = "东门大桥开始荷载试验\n\n本报讯（记者 许大同）昨日，东门大桥荷载试验开始，二十四辆满载货车依次上桥。";

    private static final String HEAD = "临川县春耕备耕全面展开\n\n"
            + "本报讯（记者 许大同）3月10日，记者在临川县南桥镇看到，农户们正抓紧整地育秧。\n\n"
            + "县农业农村局局长林国栋介绍，今年该县组织56名农技员包村联户，指导农户科学育秧。（下转第2版）";
    private static final String TAIL = "（上接第1版）在北溪乡，育秧工厂里暖意融融。负责人黄志强说，工厂一次可育秧两千亩。\n\n" + "截至目前，全县已建成育秧工厂9座。";
    private static final String LIBRARY = "市图书馆夜间开放\n\n本报讯（记者 郑晓岚）记者从云汀市图书馆获悉，该馆将夜间开放时间延长至22时。";

    private final SegmentStage stage = new SegmentStage("1.0.0");

    @Test
    void anUndatedPageIsOfThePaperDayAndNumberThatItPrints() {
        Article article = articles(null, "云汀晚报 2024年3月12日 B3\n\n" + BRIDGE).get(0);

        assertThat(article.getPublicationName()).isEqualTo("云汀晚报");
        assertThat(article.getIssueDate()).isEqualTo("2024-03-12");
        assertThat(article.getPage()).isEqualTo("B3");
    }

    @Test
    void whatAPagePrintsNeverChangesItsIds() {
        Article article = articles(null, "云汀晚报 2024年3月12日 B3\n\n" + BRIDGE).get(0);

        assertThat(article.getId()).isEqualTo("unknown/undated/scan-0042.txt/1");
        assertThat(article.getPageId()).isEqualTo("unknown/undated/scan-0042.txt");
    }

    @Test
    void anUndatedPageThatPrintsNoNumberKeepsItsSourcesName() {
        assertThat(articles(null, BRIDGE).get(0).getPage()).isEqualTo("scan-0042.txt");
    }

    @Test
    void whatTheSenderSaidOfThePageIsNotOverruled() {
        Article article =
                articles("2024-03-14", "云汀晚报 2024年3月12日 B3\n\n" + BRIDGE).get(0);

        assertThat(article.getIssueDate()).isEqualTo("2024-03-14");
        assertThat(article.getPage()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n\f"})
    void eachStoryIsOfTheDayOfItsOwnPageSoThatYesterdayIsTheDayBefore(String parted) {
        List<Article> articles =
                articles(null, "云汀日报 2024年3月12日 第1版\n\n" + BRIDGE + parted + "云汀日报 2024年3月13日 第1版\n\n" + TRIAL);

        assertThat(articles).extracting(Article::getIssueDate).containsExactly("2024-03-12", "2024-03-13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n\f"})
    void aStoryThatGoesOnOnTheSecondPageOfTheFileIsOneArticle(String parted) {
        List<Article> articles = articles(null, twoPages(parted));

        assertThat(articles).extracting(Article::getHeadline).containsExactly("临川县春耕备耕全面展开", "市图书馆夜间开放");
        Article joined = articles.get(0);
        assertThat(joined.getBody()).extracting(BodyBlock::getText).anyMatch(text -> text.startsWith("在北溪乡"));
        assertThat(joined.getBody()).extracting(BodyBlock::getText).noneMatch(text -> text.contains("版）"));
        assertThat(joined.getPage()).isEqualTo("1");
        assertThat(joined.getContinuedTo()).isNull();
        assertThat(articles.get(1).getPage()).isEqualTo("2");
    }

    @Test
    void aStoryIsJoinedAcrossTheFileUnderADateThatTheSenderNamed() {
        assertThat(articles("2024-03-12", twoPages("\n\f")))
                .extracting(Article::getHeadline)
                .containsExactly("临川县春耕备耕全面展开", "市图书馆夜间开放");
    }

    @Test
    void aPageThatNamesItselfAsTheContinuationIsNotJoinedToItself() {
        List<Article> articles = articles(
                null, "云汀日报 2024年3月12日 第2版\n\n" + HEAD + "\n\n" + TAIL.replace("第1版", "第2版") + "\n\n" + LIBRARY);

        assertThat(articles).anyMatch(article -> "2".equals(article.getContinuedTo()));
    }

    private static String twoPages(String parted) {
        return "云汀日报 2024年3月12日 星期二 第1版\n\n" + HEAD + parted + "云汀日报 2024年3月12日 星期二 第2版\n\n" + TAIL + "\n\n" + LIBRARY;
    }

    private List<Article> articles(String issueDate, String text) {
        String page = issueDate == null ? "scan-0042.txt" : "1";
        String issue = issueDate == null ? "unknown/undated/" : "yunting-daily/" + issueDate + "/";
        RawPage raw = RawPage.newBuilder()
                .setPageId(issue + page)
                .setPublication(issueDate == null ? "unknown" : "yunting-daily")
                .setIssueDate(issueDate)
                .setPage(page)
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.EPOCH)
                .setRevision(1)
                .build();
        return IssueDesk.receive(Map.of(), stage.segment(raw)).upserts();
    }
}
