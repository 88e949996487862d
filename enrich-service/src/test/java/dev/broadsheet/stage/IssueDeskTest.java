package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.LineRange;
import dev.broadsheet.schema.PageState;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.schema.SegmentedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IssueDeskTest {

    private static final String ISSUE = "minhai-daily/2024-07-21/";
    private static final String BRIDGE = "昨日上午，云汀大桥主桥顺利合龙，全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张";
    private static final String BRIDGE_GOES_ON = "拉精度达到设计要求。云汀大桥预计明年五月通车，斜拉索将安装景观照明。";
    private static final String FRUIT = "云汀蜜柚迎来采摘季，石门镇的果农们正忙着采摘、分级、装箱，合作社与三家超市签订了购销合同。";
    private static final String CLINIC = "市卫健委启动乡村医生轮训，首批六十名乡村医生将在市第一医院学习三个月，课程包括慢性病管理。";

    private final Desk desk = new Desk();

    @Test
    void aPageScannedAgainKeepsItsArticleIds() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        IssueDesk.Decision decision =
                desk.receive(page("1", 2, story(CLINIC), story(FRUIT.replace("蜜柚", "密柚")), story(BRIDGE)));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "1/2", ISSUE + "1/3");
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE);
        assertThat(desk.text("1/2")).contains("密柚");
        assertThat(desk.text("1/3")).isEqualTo(CLINIC);
        assertThat(decision.tombstones()).isEmpty();
    }

    @Test
    void anArticleThatIsGoneGetsATombstoneAndItsNumberIsNeverGivenToAnother() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        assertThat(desk.receive(page("1", 2, story(BRIDGE))).tombstones()).containsExactly(ISSUE + "1/2");
        desk.receive(page("1", 3, story(BRIDGE), story(CLINIC)));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "1/3");
    }

    @Test
    void aDuplicateAnOlderRevisionAndASecondScanThatReadsTheSameChangeNothing() {
        desk.receive(page("1", 5, story(BRIDGE)));

        assertThat(desk.receive(page("1", 5, story(FRUIT)))).isEqualTo(IssueDesk.Decision.NOTHING);
        assertThat(desk.receive(page("1", 4, story(FRUIT)))).isEqualTo(IssueDesk.Decision.NOTHING);
        IssueDesk.Decision again = desk.receive(page("1", 6, story(BRIDGE)));
        assertThat(again.upserts()).isEmpty();
        assertThat(again.tombstones()).isEmpty();
    }

    @Test
    void aNewerPipelineLooksAtTheSameRevisionAgain() {
        desk.receive(page("1", 5, story(BRIDGE)));

        IssueDesk.Decision decision = desk.receive(SegmentedPage.newBuilder(page("1", 5, story(BRIDGE)))
                .setPipelineVersion("2.0.0")
                .build());

        assertThat(decision.upserts()).extracting(Article::getId).containsExactly(ISSUE + "1/1");
        assertThat(decision.tombstones()).isEmpty();
    }

    @Test
    void aWithdrawnPageLosesItsArticlesAndReturnsUnderTheSameIds() {
        desk.receive(page("1", 1, story(BRIDGE), story(FRUIT)));

        desk.receive(withdrawn("1", 2));
        assertThat(desk.table).isEmpty();
        assertThat(desk.receive(page("1", 1, story(BRIDGE)))).isEqualTo(IssueDesk.Decision.NOTHING);

        desk.receive(page("1", 3, story(CLINIC), story(FRUIT)));
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/2", ISSUE + "1/3");
    }

    @Test
    void aHeadIsPublishedAtOnceAndCompletedWhenTheOtherPageComes() {
        desk.receive(page("1", 1, head(BRIDGE, "2")));
        assertThat(desk.text("1/1")).startsWith(BRIDGE);

        desk.receive(page("2", 1, story(FRUIT), tail(BRIDGE_GOES_ON, "1")));

        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "2/1");
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE + BRIDGE_GOES_ON);
    }

    @Test
    void aContinuationThatCameFirstGivesUpItsOwnId() {
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));
        assertThat(desk.table).containsOnlyKeys(ISSUE + "2/1");

        IssueDesk.Decision decision = desk.receive(page("1", 1, head(BRIDGE, "2")));

        assertThat(decision.tombstones()).containsExactly(ISSUE + "2/1");
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/1");
    }

    @Test
    void theTwoComeApartWhenEitherPageIsWithdrawnOrScannedWithoutIt() {
        desk.receive(page("1", 1, head(BRIDGE, "2")));
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));

        desk.receive(withdrawn("2", 2));
        assertThat(desk.text("1/1")).contains("下转");
        desk.receive(page("2", 3, tail(BRIDGE_GOES_ON, "1")));
        assertThat(desk.text("1/1")).isEqualTo(BRIDGE + BRIDGE_GOES_ON);

        desk.receive(page("1", 2, story(FRUIT)));
        assertThat(desk.text("2/1")).contains(BRIDGE_GOES_ON);
        assertThat(desk.table).containsOnlyKeys(ISSUE + "1/2", ISSUE + "2/1");
    }

    @Test
    void aReplayedContinuationSendsItsWholeStoryOnAgain() {
        desk.receive(page("1", 1, head(BRIDGE, "2"), story(FRUIT)));
        desk.receive(page("2", 1, tail(BRIDGE_GOES_ON, "1")));

        IssueDesk.Decision decision = desk.receive(SegmentedPage.newBuilder(page("2", 1, tail(BRIDGE_GOES_ON, "1")))
                .setReplayed(true)
                .build());

        assertThat(decision.upserts()).extracting(Article::getId).containsExactly(ISSUE + "1/1");
    }

    @Property(tries = 150)
    void theOrderInWhichThePagesOfAnIssueArriveDoesNotMatter(@ForAll("anyOrder") List<SegmentedPage> pages) {
        Desk inOrder = new Desk();
        issue().forEach(inOrder::receive);
        Desk asItCame = new Desk();
        pages.forEach(asItCame::receive);

        assertThat(asItCame.table).isEqualTo(inOrder.table);
        assertThat(asItCame.table).containsOnlyKeys(ISSUE + "1/1", ISSUE + "1/2", ISSUE + "2/2", ISSUE + "3/1");
    }

    @Property(tries = 100)
    void whateverHappensToAnIssueTheTableIsWhatItsNewestPagesSay(@ForAll @IntRange(max = 99_999) int seed) {
        Random random = new Random(seed);
        Desk lived = new Desk();
        Map<String, SegmentedPage> newest = new HashMap<>();
        for (int event = 1; event <= 25; event++) {
            SegmentedPage page = someScan(random, event);
            SegmentedPage known = newest.get(page.getPageId());
            if (known == null || known.getRevision() < page.getRevision()) {
                newest.put(page.getPageId(), page);
            }
            lived.receive(page);
        }
        Desk fresh = new Desk();
        newest.values().forEach(fresh::receive);

        assertThat(lived.texts()).containsExactlyInAnyOrderElementsOf(fresh.texts());
        assertThat(lived.idsPerText)
                .as("an id never points to another story")
                .allSatisfy((id, topics) -> assertThat(topics).hasSize(1));
    }

    @Provide
    Arbitrary<List<SegmentedPage>> anyOrder() {
        List<SegmentedPage> twice = new ArrayList<>(issue());
        twice.addAll(issue());
        return Arbitraries.shuffle(twice);
    }

    private static List<SegmentedPage> issue() {
        return List.of(
                page("1", 1, head(BRIDGE, "2"), story(FRUIT)),
                page("2", 1, middle(BRIDGE_GOES_ON.substring(0, 15), "1", "3"), story(CLINIC)),
                page("3", 1, story(FRUIT + "（据云汀晚报）"), tail(BRIDGE_GOES_ON.substring(15), "2")));
    }

    private static SegmentedPage someScan(Random random, int event) {
        String label = Integer.toString(1 + random.nextInt(2));
        long revision = 1 + random.nextInt(event);
        if (random.nextInt(6) == 0) {
            return withdrawn(label, revision * 100 + event);
        }
        List<Article> articles = new ArrayList<>(List.of(story(FRUIT), story(CLINIC)));
        articles.add(label.equals("1") ? head(BRIDGE, "2") : tail(BRIDGE_GOES_ON, "1"));
        articles.removeIf(article -> random.nextInt(3) == 0);
        Collections.shuffle(articles, random);
        return page(label, revision * 100 + event, articles.toArray(Article[]::new));
    }

    /** An issue desk with its memory, and the table that its decisions make. */
    private static final class Desk {

        final Map<String, PageState> memory = new HashMap<>();
        final Map<String, Article> table = new TreeMap<>();
        final Map<String, Set<String>> idsPerText = new HashMap<>();

        IssueDesk.Decision receive(SegmentedPage page) {
            IssueDesk.Decision decision = IssueDesk.receive(memory, page);
            decision.pages().forEach(state -> memory.put(state.getPageId(), state));
            decision.upserts().forEach(article -> table.put(article.getId(), article));
            decision.tombstones().forEach(table::remove);
            table.forEach((id, article) -> idsPerText
                    .computeIfAbsent(id, any -> new HashSet<>())
                    .add(article.getBody()
                            .get(0)
                            .getText()
                            .replaceAll("（[^）]*）", "")
                            .substring(0, 5)));
            return decision;
        }

        String text(String id) {
            return table.get(ISSUE + id).getBody().get(0).getText();
        }

        List<String> texts() {
            return table.values().stream()
                    .map(article -> article.getBody().toString())
                    .toList();
        }
    }

    private static SegmentedPage withdrawn(String label, long revision) {
        return SegmentedPage.newBuilder(page(label, revision))
                .setWithdrawn(true)
                .build();
    }

    private static SegmentedPage page(String label, long revision, Article... articles) {
        String pageId = ISSUE + label;
        List<Article> placed = new ArrayList<>();
        for (Article article : articles) {
            placed.add(Article.newBuilder(article)
                    .setId(pageId + "/" + (placed.size() + 1))
                    .setPageId(pageId)
                    .setPage(label)
                    .setPageRevision(revision)
                    .setParts(List.of(new Part(pageId, revision, List.of(new LineRange("body", 1, 2)))))
                    .build());
        }
        return SegmentedPage.newBuilder()
                .setPageId(pageId)
                .setPublication("minhai-daily")
                .setIssueDate("2024-07-21")
                .setPage(label)
                .setRevision(revision)
                .setPipelineVersion("1.0.0")
                .setArticles(placed)
                .build();
    }

    private static Article story(String text) {
        return article(text, null, null);
    }

    private static Article head(String text, String to) {
        return article(text + "（下转第" + to + "版）", to, null);
    }

    private static Article tail(String text, String from) {
        return article("（上接第" + from + "版）" + text, null, from);
    }

    private static Article middle(String text, String from, String to) {
        return article("（上接第" + from + "版）" + text + "（下转第" + to + "版）", to, from);
    }

    private static Article article(String text, String to, String from) {
        return Article.newBuilder()
                .setId("")
                .setPageId("")
                .setPublication("minhai-daily")
                .setPage("")
                .setIssueDate("2024-07-21")
                .setBody(List.of(new BodyBlock(BlockType.paragraph, text)))
                .setContinuedTo(to)
                .setContinuedFrom(from)
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion("1.0.0")
                .setPageRevision(0)
                .build();
    }
}
