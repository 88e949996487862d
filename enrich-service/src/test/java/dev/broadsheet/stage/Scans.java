package dev.broadsheet.stage;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.LineRange;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import dev.broadsheet.schema.SegmentedPage;
import java.util.ArrayList;
import java.util.List;

/** Scans of an issue's pages, as the segment stage hands them to the issue desk. */
final class Scans {

    static final String ISSUE = "minhai-daily/2024-07-21/";
    static final String BRIDGE = "昨日上午，云汀大桥主桥顺利合龙，全长三千二百米的大桥全线贯通。桥梁专家组认为，斜拉索的张";
    static final String BRIDGE_GOES_ON = "拉精度达到设计要求。云汀大桥预计明年五月通车，斜拉索将安装景观照明。";
    static final String FLOOD = "汛期将至，市水务局组织民兵在东溪沿岸进行防汛演练，冲锋舟、沙袋、救生衣一一清点入库。演练模拟上游水库泄";
    static final String FLOOD_GOES_ON = "洪的情景，三个村的村民按预案转移到安置点。东溪沿岸的水位监测点今年增加到二十个，防汛沙袋储备充足。";
    static final String MARKET = "老城菜市场改造完工，摊位增加到一百二十个，地面铺了防滑砖，市场的营业时间延长到晚上八点，公交";
    static final String FRUIT = "云汀蜜柚迎来采摘季，石门镇的果农们正忙着采摘、分级、装箱，合作社与三家超市签订了购销合同。";
    static final String CLINIC = "市卫健委启动乡村医生轮训，首批六十名乡村医生将在市第一医院学习三个月，课程包括慢性病管理。";

    private Scans() {}

    static SegmentedPage withdrawn(String label, long revision) {
        return SegmentedPage.newBuilder(page(label, revision))
                .setWithdrawn(true)
                .build();
    }

    static SegmentedPage page(String label, long revision, Article... articles) {
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

    static Article story(String text) {
        return article(text, null, null);
    }

    static Article head(String text, String to) {
        return article(text + "（下转第" + to + "版）", to, null);
    }

    static Article tail(String text, String from) {
        return article("（上接第" + from + "版）" + text, null, from);
    }

    static Article middle(String text, String from, String to) {
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

    static Article headed(String headline, Article article) {
        return Article.newBuilder(article).setHeadline(headline).build();
    }
}
