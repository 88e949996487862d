package dev.broadsheet.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.reprint.InMemoryReprintStore;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Quality;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReprintDeskTest {

    private static final String BRIDGE = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张拉精度达到设计要求，"
            + "大桥预计明年五月通车，届时从云汀新区到临川县只需十五分钟。施工单位克服了潮汐和台风的影响，比计划提前两个月完成合龙。";
    private static final String FRUIT = "云汀蜜柚迎来采摘季，石门镇的果农们正忙着采摘、分级、装箱。合作社今年与三家超市签订了购销合同，果农收入有望增长两成，"
            + "采摘季将持续到十一月。镇里还开通了助农专列，每天把两百吨蜜柚送往北方的批发市场，价格比去年每斤高出三角钱。";

    private final Map<String, Article> texts = new HashMap<>();
    private final Map<String, Article> table = new TreeMap<>();
    private final ReprintDesk desk = new ReprintDesk(new InMemoryReprintStore(), kept(texts), ReprintWindow.DEFAULT);

    @Test
    void aReprintTellsTheFirstPrintAndTheFirstPrintLearnsOfIt() {
        put(article("minhai-daily/2024-07-21/1/1", BRIDGE));
        put(article("minhai-daily/2024-07-21/1/2", FRUIT));
        assertThat(cluster("minhai-daily/2024-07-21/1/1")).isNull();

        put(article("yunting-daily/2024-07-22/3/4", BRIDGE));

        assertThat(cluster("yunting-daily/2024-07-22/3/4")).isEqualTo("minhai-daily/2024-07-21/1/1");
        assertThat(cluster("minhai-daily/2024-07-21/1/1")).isEqualTo("minhai-daily/2024-07-21/1/1");
        assertThat(cluster("minhai-daily/2024-07-21/1/2")).isNull();
    }

    @Test
    void whenTheReprintIsWithdrawnTheFirstPrintIsOneOfItsKindAgain() {
        put(article("minhai-daily/2024-07-21/1/1", BRIDGE));
        put(article("yunting-daily/2024-07-22/3/4", BRIDGE));

        remove("yunting-daily/2024-07-22/3/4");

        assertThat(cluster("minhai-daily/2024-07-21/1/1")).isNull();
    }

    @Test
    void whatTheIndexForgetsIsNotKeptEither() {
        ReprintDesk small = new ReprintDesk(new InMemoryReprintStore(), kept(texts), new ReprintWindow(3, 1, 10));
        small.put(article("minhai-daily/2024-07-21/1/1", BRIDGE));
        small.put(article("minhai-daily/2024-07-25/1/1", FRUIT));

        assertThat(texts).containsOnlyKeys("minhai-daily/2024-07-25/1/1");
    }

    @Property(tries = 50)
    void theOrderInWhichArticlesArriveDoesNotMatter(@ForAll("someOrder") List<Article> articles) {
        ReprintDeskTest inOrder = new ReprintDeskTest();
        prints().forEach(inOrder::put);
        ReprintDeskTest asTheyCame = new ReprintDeskTest();
        articles.forEach(asTheyCame::put);

        assertThat(asTheyCame.table).isEqualTo(inOrder.table);
    }

    @Provide
    Arbitrary<List<Article>> someOrder() {
        return Arbitraries.shuffle(prints());
    }

    private static List<Article> prints() {
        return List.of(
                article("minhai-daily/2024-07-21/1/1", BRIDGE),
                article("yunting-daily/2024-07-21/3/4", BRIDGE.substring(0, 80)),
                article("linchuan-news/2024-07-23/2/1", BRIDGE + FRUIT),
                article("minhai-daily/2024-07-22/1/2", FRUIT),
                article("minhai-daily/2024-07-22/1/3", "简讯一则。"));
    }

    private void put(Article article) {
        desk.put(article).forEach(told -> table.put(told.getId(), told));
    }

    private void remove(String id) {
        table.remove(id);
        desk.remove(id).forEach(told -> table.put(told.getId(), told));
    }

    private String cluster(String id) {
        return table.get(id).getReprint() == null
                ? null
                : table.get(id).getReprint().getCluster();
    }

    private static ReprintDesk.Texts kept(Map<String, Article> texts) {
        return new ReprintDesk.Texts() {
            @Override
            public Article get(String id) {
                return texts.get(id);
            }

            @Override
            public void put(String id, Article article) {
                texts.put(id, article);
                texts.values().removeIf(java.util.Objects::isNull);
            }
        };
    }

    private static Article article(String id, String text) {
        String page = id.substring(0, id.lastIndexOf('/'));
        return Article.newBuilder()
                .setId(id)
                .setPageId(page)
                .setPublication(page.split("/")[0])
                .setIssueDate(page.split("/")[1])
                .setPage(page.split("/")[2])
                .setBody(List.of(new BodyBlock(BlockType.paragraph, text)))
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion("1.0.0")
                .setPageRevision(1)
                .build();
    }
}
