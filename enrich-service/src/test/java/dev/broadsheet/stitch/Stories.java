package dev.broadsheet.stitch;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.LineRange;
import dev.broadsheet.schema.Part;
import dev.broadsheet.schema.Quality;
import java.util.List;

/** Halves of stories of an invented newspaper. */
final class Stories {

    static final String BRIDGE_HEAD = "本报讯 昨日上午，云汀大桥主桥顺利合龙。大桥全长三千二百米，连接云汀新区与临川县，" + "施工单位克服了潮汐和台风的影响。桥梁专家组认为，斜拉索的张";
    static final String BRIDGE_TAIL = "拉精度达到设计要求。云汀大桥预计明年五月通车，届时从云汀新区到临川县只需十五分钟，斜拉索将安装景观照明。";
    static final String FRUIT_HEAD = "本报讯 云汀蜜柚迎来采摘季。记者在石门镇果园看到，果农们正忙着采摘、分级、装箱，" + "合作社今年与三家超市签订了购销合同，果农收";
    static final String FRUIT_TAIL = "入有望增长两成。石门镇有蜜柚果园一万二千亩，合作社负责人介绍，采摘季将持续到十一月，装箱后的蜜柚直供超市。";
    static final String CLINIC_HEAD = "本报讯 市卫健委启动乡村医生轮训。首批六十名乡村医生将在市第一医院学习三个月，" + "课程包括慢性病管理和急救，轮训医生每人配有一名带教老";
    static final String CLINIC_TAIL = "师。市第一医院为乡村医生安排了内科、儿科等科室的跟班学习，慢性病管理课程由带教老师授课，结业后发放证书。";

    private Stories() {}

    static Article head(String page, int number, String headline, String body, String to) {
        return half(page, number, headline, List.of(body + "（下转第" + to + "版）"), to, null);
    }

    static Article tail(String page, int number, String headline, String body, String from) {
        return half(page, number, headline, List.of("（上接第" + from + "版）" + body), null, from);
    }

    static Article middle(String page, int number, String body, String from, String to) {
        return half(page, number, null, List.of("（上接第" + from + "版）" + body + "（下转第" + to + "版）"), to, from);
    }

    static Article half(String page, int number, String headline, List<String> body, String to, String from) {
        String pageId = "minhai-daily/2024-07-21/" + page;
        return Article.newBuilder()
                .setId(pageId + "/" + number)
                .setPageId(pageId)
                .setPublication("minhai-daily")
                .setIssueDate("2024-07-21")
                .setPage(page)
                .setHeadline(headline)
                .setBody(body.stream()
                        .map(text -> new BodyBlock(BlockType.paragraph, text))
                        .toList())
                .setContinuedTo(to)
                .setContinuedFrom(from)
                .setParts(List.of(new Part(pageId, 1L, List.of(new LineRange("body", number * 10, number * 10 + 1)))))
                .setQuality(new Quality(0.9, 0.0, List.of(), List.of()))
                .setPipelineVersion("1.0.0")
                .setPageRevision(1)
                .build();
    }
}
