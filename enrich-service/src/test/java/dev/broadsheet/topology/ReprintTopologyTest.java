package dev.broadsheet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Reprint;
import dev.broadsheet.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reprints, as the last desk finds them. */
class ReprintTopologyTest extends EnrichBench {

    private static final String BRIDGE = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张拉精度达到设计要求，"
            + "大桥预计明年五月通车，届时从云汀新区到临川县只需十五分钟。施工单位克服了潮汐和台风的影响。";

    @Test
    void aReprintInAnotherNewspaperIsKnownAsOneAndSoIsTheFirstPrint() {
        String reprint = "yunting-daily/2024-07-22/3/1";
        send(article(BRIDGE, 1));
        published();

        send(Article.newBuilder(article(BRIDGE, 1))
                .setId(reprint)
                .setPageId("yunting-daily/2024-07-22/3")
                .setPublication("yunting-daily")
                .setIssueDate("2024-07-22")
                .build());
        assertThat(published())
                .extracting(
                        record -> record.key,
                        record -> record.value.getReprint().getCluster())
                .containsExactly(tuple(reprint, ID), tuple(ID, ID));

        bench.send(Topics.CLASSIFIED.name(), Bench.utf8(reprint), null);
        assertThat(Bench.table(published()))
                .hasEntrySatisfying(ID, first -> assertThat(first.getReprint()).isNull());
    }

    @Test
    void aReprintAfterTheWindowOfDaysStartsItsOwnCluster() {
        try (Bench threeDays = new Bench(Stage.ENRICH, ReprintWindow.ofDays(3))) {
            assertThat(clusters(threeDays, 21)).containsExactly(entry(21, "none"));
            assertThat(clusters(threeDays, 25)).containsExactly(entry(25, "none"));
            assertThat(clusters(threeDays, 28)).containsOnly(entry(25, "25"), entry(28, "25"));
        }
    }

    @Test
    void aWindowMadeWiderOrNarrowerGoesOnWithWhatIsRemembered() {
        try (Bench threeDays = new Bench(Stage.ENRICH, ReprintWindow.ofDays(3))) {
            clusters(threeDays, 21);
            try (Bench fourDays = new Bench(Stage.ENRICH, threeDays, ReprintWindow.ofDays(4))) {
                assertThat(clusters(fourDays, 25)).containsOnly(entry(21, "21"), entry(25, "21"));
                try (Bench sameDay = new Bench(Stage.ENRICH, fourDays, ReprintWindow.ofDays(0))) {
                    assertThat(clusters(sameDay, 26)).containsExactly(entry(26, "none"));
                    assertThat(clusters(sameDay, 27)).containsExactly(entry(27, "none"));
                }
            }
        }
    }

    /** Sends one text as the issue of a day of July prints it; the days whose clusters are told now, by the first day. */
    private static Map<Integer, String> clusters(Bench bench, int day) {
        Article reprint = Article.newBuilder(article(BRIDGE, 1))
                .setId("yunting-daily/2024-07-" + day + "/3/1")
                .setPageId("yunting-daily/2024-07-" + day + "/3")
                .setIssueDate("2024-07-" + day)
                .build();
        bench.send(Topics.CLASSIFIED.name(), reprint.getId(), Article.class, reprint);
        Map<Integer, String> told = new HashMap<>();
        bench.articles(Topics.ARTICLES.name()).forEach(record -> {
            Reprint cluster = record.value.getReprint();
            told.put(dayOf(record.key), cluster == null ? "none" : String.valueOf(dayOf(cluster.getCluster())));
        });
        return told;
    }

    private static int dayOf(String articleId) {
        return ArticleId.parse(articleId).page().issueDate().getDayOfMonth();
    }
}
