package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Line;
import dev.broadsheet.page.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newspaper prints of itself, and what only looks like it. */
class FurnitureCuesTest {

    private final FurnitureCues cues = new FurnitureCues(Vocabulary.STANDARD, new HeaderLines(Vocabulary.STANDARD));

    @ParameterizedTest
    @CsvSource({
        "第8842期 今日八版, header",
        "今日四版, header",
        "总第126期, header",
        "副刊 第12期, header",
        "中共临川县委机关报, imprint",
        "临川县融媒体中心 主办, imprint",
        "晴转多云 -3℃～8℃ 北风2级, imprint",
        "题字：林一帆, imprint",
        "古桥修好了 ▶3版, teaser",
        "一江两岸的新生活（详见第4版）, teaser",
        "文体 副刊, section",
        "文明临川 共建共享 县文明办 与本报 合办, section",
        "市民来电 7654321, section",
        "4 综合新闻 闽海日报, header",
        "闽海日报 2024年7月21日, header",
        "云汀晚报 2024年3月12日 B3, header",
        "云汀日报 | 县区 | 2021年6月17日, header",
        "第三版, folio",
        "LINCHUAN EVENING NEWS, header",
        "本报助学热线：0000-1234567, imprint",
        "云汀晚报新闻热线 7654321 爆料有奖, imprint",
        "有料请说 线索有奖, imprint",
        "主编 林一帆 编辑 江晓岚 电话 7654321, imprint",
        "E-mail：news@yunting.example, imprint",
        "本版图文未经授权不得转载, imprint",
        "YUNTING WANBAO, header",
        "扫码看视频, imprint",
        "关注“云汀发布”微信公众号, imprint",
        "云汀日报新闻客户端, imprint",
        "云汀新闻网 www.yunting.example, imprint",
        "来稿请发至 haifeng@yunting.example, imprint",
        "邮发代号33-00, imprint",
        "□责任编辑 林一帆 □美术编辑 江晓岚, imprint",
        "（本版图片均由林一帆摄）, imprint",
        "古桥修好了（3版）, teaser",
        "古桥修好了 >>03, teaser",
        "今日看点, section",
        "街头巷尾, section",
        "* * *, rule",
        "——————, rule",
    })
    void whatThePaperPrintsOfItselfIsFurniture(String line, String kind) {
        assertThat(kind(null, line)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本届书展由市文旅局主办，为期三天，市民可以免费入场，各县区设分会场。",
                "全市迎来大雨",
                "（下转第二版）",
                "把水引进第3村",
                "CBA",
                "题字里的家风",
                "根据规定，2014年9月1日至",
                "本报热线电话响个不停",
                "订座电话：7654321",
                "报名热线 7654321",
                "编辑 林一帆",
                "红球：03 08 15 22 27 31",
                "本版征集散文和诗歌，千字以内。投稿邮箱：haifeng@yunting.example",
                "云汀日报推出新版客户端",
                "扫码看病不用再排队",
                "古桥修好了（外一首）",
                "警方提供线索最高奖励五万元，寻找当晚路过渡口的人",
                "家属 2022年11月1日",
                "3月18日（星期一） 陶永安"
            })
    void whatAStorySaysIsNone(String line) {
        assertThat(kind(null, line)).isNull();
    }

    @Test
    void aTableOfTheWeatherTownByTownIsNoStrip() {
        assertThat(kind("云汀 晴 3℃—14℃", "临川 多云 8℃—15℃")).isNull();
        assertThat(kind("今天 晴 3℃—14℃", "明天 多云 8℃—15℃")).isEqualTo("imprint");
    }

    @Test
    void theLineOfASentenceThatSpeaksOfScanningIsNone() {
        assertThat(kind("市民只要拿出手机", "扫描二维码")).isNull();
        assertThat(kind("市民拿出了手机。", "扫描二维码")).isEqualTo("imprint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"（上接第二版）夜里仍由船工值班，", "（上接第二版）眼下渡口由老船工值班", "逢星期三、星期六，县图书馆校对"})
    void theLineOfASentenceWithWordsOfAnImprintIsNone(String line) {
        assertThat(cues.kind(null, printed(line), printed("员教孩子们认字。"))).isNull();
    }

    @Test
    void whatMayNotBeReprintedIsAnImprintThoughACommaPartsIt() {
        assertThat(kind(null, "版权所有，违者必究")).isEqualTo("imprint");
    }

    @Test
    void capitalsAreTheNameplateInPinyinOnlyBesideIt() {
        assertThat(kind("临川日报", "LINCHUAN YIXIAN")).isEqualTo("header");
        assertThat(kind("好戏开场", "LINCHUAN YIXIAN")).isNull();
    }

    private String kind(String before, String line) {
        return cues.kind(before == null ? null : printed(before), printed(line), null);
    }

    private static Printed printed(String text) {
        return Printed.of(new Line(1, text, Markup.NONE), 0);
    }
}
