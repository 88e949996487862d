package dev.broadsheet.enrich.reprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.ArticleText;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReprintIndexTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 15);

    private static final String FAIR = "本报讯（记者 林溪）3月12日，第六届云汀茶叶博览会在云汀会展中心开幕，来自省内外的320家茶企携1500多种产品参展。"
            + "博览会为期四天，设茶园、茶器、茶食、茶旅四个展区，展览面积2.6万平方米。副市长苏闻笛在开幕式上表示，云汀种茶已有上千年历史，"
            + "全市茶园面积达38.5万亩，从业人员超过12万人，去年全产业链产值突破96亿元。开幕当天，临川县白岭乡的老茶农郑阿土带着新制的白茶前来参展，"
            + "不到两个小时便卖出一百多斤。“往年要自己挑到城里去卖，如今客商在展会上就把订单签了。”郑阿土笑着说。据组委会介绍，首日共签约项目27个，"
            + "意向金额达8.4亿元，其中茶旅融合项目9个。博览会期间还将举办《春到云汀》主题诗会和全国斗茶大赛。";

    /** The same event, told by a reporter of another house: names and figures agree, no sentence does. */
    private static final String FAIR_BY_ANOTHER_HAND = "昨天上午，一年一度的茶界盛会再次来到汀江之畔。走进会展中心，茶香扑面，人头攒动，各地茶商在展位前品茶论道。"
            + "记者看到，今年的展馆比上届扩大了不少，茶食区的抹茶点心前排起长队。一位从外省赶来的采购商告诉记者，他连续三年到场，最看重的是这里的高山白茶。"
            + "市里的负责人致辞时回顾了当地悠久的制茶传统，希望借助展会让更多年轻人爱上喝茶。晚间，一场别开生面的斗茶比赛点燃了现场气氛，"
            + "十六位制茶师轮番登台，评委从汤色、香气、滋味逐项打分，最终来自白岭的选手拔得头筹。";

    private static final String MEETING = "3月14日，市委召开常委会会议，深入学习贯彻习近平总书记重要讲话精神，研究部署春季农业生产工作。会议强调，要提高政治站位，"
            + "压实工作责任，确保各项决策部署落地见效。会议指出，要抢抓农时，做好种子、化肥等农资供应，推进高标准农田建设，守牢耕地红线，"
            + "加强病虫害防治，确保全年粮食面积和产量稳定。会议还研究了其他事项。";

    private static final String OTHER_MEETING = "3月14日，县政府召开党组会议，深入学习贯彻习近平总书记重要讲话精神，研究部署安全生产工作。会议强调，要提高政治站位，"
            + "压实工作责任，确保各项决策部署落地见效。会议要求，聚焦燃气、消防、道路交通等重点行业，开展拉网式排查，对隐患清单实行销号管理，"
            + "严肃追究失职渎职行为，切实保障人民群众生命财产安全。";

    private final InMemoryReprintStore store = new InMemoryReprintStore();
    private final ReprintIndex index = new ReprintIndex(store, ReprintWindow.DEFAULT);

    private static Fingerprint print(String id, LocalDate day, String body) {
        return Fingerprint.of(id, day, ArticleText.ofLine(body));
    }

    private static String misread(String text, int everyNth, int seed) {
        Random random = new Random(seed);
        return text.codePoints()
                .mapToObj(c -> random.nextInt(everyNth) == 0 ? "口" : Character.toString(c))
                .collect(Collectors.joining());
    }

    @Test
    void theFirstPublishedNamesTheCluster() {
        index.put(print("minhai/2024-03-15/1/1", DAY, FAIR));
        assertThat(index.put(print("yunting/2024-03-16/2/1", DAY.plusDays(1), FAIR)))
                .extracting(Membership::article, Membership::cluster)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("minhai/2024-03-15/1/1", "minhai/2024-03-15/1/1"),
                        org.assertj.core.groups.Tuple.tuple("yunting/2024-03-16/2/1", "minhai/2024-03-15/1/1"));
    }

    @Test
    void anEarlierPrintThatArrivesLateRenamesTheCluster() {
        index.put(print("b", DAY.plusDays(1), FAIR));
        index.put(print("c", DAY.plusDays(2), FAIR));
        assertThat(index.put(print("a", DAY, FAIR)))
                .hasSize(3)
                .allMatch(membership -> membership.cluster().equals("a"));
    }

    @Test
    void anAbridgedPrintIsAReprint() {
        index.put(print("whole", DAY, FAIR));
        index.put(print("cut", DAY, FAIR.substring(0, FAIR.length() / 3)));
        assertThat(index.membership("cut").cluster()).isEqualTo("cut");
        assertThat(index.membership("whole")).satisfies(membership -> {
            assertThat(membership.cluster()).isEqualTo("cut");
            assertThat(membership.similarity()).isGreaterThan(0.8);
        });
    }

    @Test
    void aBadlyScannedPrintUnderAnotherDatelineIsAReprint() {
        index.put(print("clean", DAY, FAIR));
        index.put(print("noisy", DAY.plusDays(3), misread(FAIR.replace("本报讯（记者 林溪）", "据《闽海日报》报道，"), 12, 5)));
        assertThat(index.membership("noisy").cluster()).isEqualTo("clean");
    }

    @Test
    void aRewrittenPrintWithTheSameFiguresIsAReprint() {
        String rewritten = FAIR.replace("本报讯（记者 林溪）3月12日，第六届云汀茶叶博览会在云汀会展中心开幕", "云汀又迎茶博会")
                .replace("博览会为期四天，设茶园、茶器、茶食、茶旅四个展区，", "展会共四天，分四大展区，")
                .replace("副市长苏闻笛在开幕式上表示，云汀种茶已有上千年历史，", "据市领导介绍，当地产茶历史悠久，")
                .replace("开幕当天，临川县白岭乡的老茶农郑阿土带着新制的白茶前来参展，不到两个小时便卖出一百多斤。", "有茶农当日就卖空了存货。")
                .replace("“往年要自己挑到城里去卖，如今客商在展会上就把订单签了。”郑阿土笑着说。", "")
                .replace("据组委会介绍，首日共签约", "统计显示，签约");
        index.put(print("first", DAY, FAIR));
        index.put(print("second", DAY, rewritten));
        assertThat(index.membership("second").cluster()).isEqualTo("first");
    }

    @Test
    void traditionalScriptAndPunctuationDoNotHideAReprint() {
        index.put(print("simplified", DAY, FAIR));
        index.put(print(
                "traditional",
                DAY,
                FAIR.replace("云", "雲").replace("会", "會").replace("万", "萬").replace("，", " ")));
        assertThat(index.membership("traditional").cluster()).isEqualTo("simplified");
    }

    @Test
    void twoReportsOfOneEventAreNoReprints() {
        index.put(print("one", DAY, FAIR));
        assertThat(index.put(print("other", DAY, FAIR_BY_ANOTHER_HAND))).isEmpty();
    }

    @Test
    void twoMeetingsInTheSameSetPhrasesAreNoReprints() {
        index.put(print("party", DAY, MEETING));
        assertThat(index.put(print("county", DAY, OTHER_MEETING))).isEmpty();
    }

    @Test
    void issuesFarApartAreNotCompared() {
        index.put(print("spring", DAY, FAIR));
        assertThat(index.put(print("summer", DAY.plusDays(60), FAIR))).isEmpty();
    }

    @Test
    void whenTheFirstPrintGoesTheNextOneNamesTheCluster() {
        index.put(print("a", DAY, FAIR));
        index.put(print("b", DAY.plusDays(1), FAIR));
        index.put(print("c", DAY.plusDays(2), FAIR));
        assertThat(index.remove("a")).extracting(Membership::cluster).containsExactly("b", "b");
        assertThat(index.remove("b")).containsExactly(new Membership("c", null, 0));
    }

    @Test
    void theSamePrintTwiceChangesNothing() {
        index.put(print("a", DAY, FAIR));
        index.put(print("b", DAY, FAIR));
        assertThat(index.put(print("b", DAY, FAIR))).isEmpty();
    }

    @Test
    void aCorrectedTextLeavesItsCluster() {
        index.put(print("a", DAY, FAIR));
        index.put(print("b", DAY, FAIR));
        assertThat(index.put(print("b", DAY, MEETING)))
                .allMatch(membership -> membership.cluster() == null)
                .hasSize(2);
    }

    @Property(tries = 50)
    void clustersDoNotDependOnTheOrderOfArrival(@ForAll Random random) {
        List<Fingerprint> prints = new ArrayList<>(List.of(
                print("a", DAY, FAIR),
                print("b", DAY.plusDays(1), FAIR.substring(100)),
                print("c", DAY, misread(FAIR, 15, 1)),
                print("d", DAY, MEETING),
                print("e", DAY.plusDays(2), MEETING),
                print("f", DAY, OTHER_MEETING),
                print("g", DAY, FAIR_BY_ANOTHER_HAND)));
        Collections.shuffle(prints, random);
        ReprintIndex shuffled = new ReprintIndex(new InMemoryReprintStore(), ReprintWindow.DEFAULT);
        TreeMap<String, String> told = new TreeMap<>();
        for (Fingerprint print : prints) {
            shuffled.put(print).forEach(changed -> told.put(changed.article(), String.valueOf(changed.cluster())));
        }
        assertThat(told).isEqualTo(new TreeMap<>(java.util.Map.of("a", "a", "b", "a", "c", "a", "d", "d", "e", "d")));
    }

    @Test
    void theStateStaysBounded() {
        ReprintIndex small = new ReprintIndex(store, new ReprintWindow(2, 3, 64));
        int[] sizes = IntStream.range(0, 12)
                .map(day -> {
                    for (int i = 0; i < 80; i++) {
                        small.put(print(day + "/" + i, DAY.plusDays(day), misread(FAIR + i, 2, day * 1000 + i)));
                    }
                    return store.size();
                })
                .toArray();
        assertThat(sizes[11]).isLessThan(sizes[2] * 3 / 2);
    }

    @Test
    void aRefrainIsReadInBoundedTime() {
        index.put(print("a", DAY, "啦".repeat(50_000)));
        index.put(print("b", DAY, "啦啦啦哈".repeat(20_000)));
        assertThat(index.membership("a").cluster()).isNull();
    }

    @Test
    void aBriefIsTooShortToTell() {
        assertThat(print("brief", DAY, "今日多云转晴，气温18到25度。")).isNull();
    }

    @Test
    void aFingerprintSurvivesStorage() {
        Fingerprint print = print("云汀/2024-03-15/1/1", DAY, FAIR);
        Fingerprint read = Fingerprint.read(ByteBuffer.wrap(print.toBytes()));
        assertThat(read.toBytes()).isEqualTo(print.toBytes());
        assertThat(read.article()).isEqualTo(print.article());
        assertThat(Verdict.similarity(read, print)).isGreaterThan(0.9);
    }

    @Test
    void aWindowThatHoldsNothingIsRefused() {
        assertThatThrownBy(() -> new ReprintWindow(14, 0, 100)).hasMessageContaining("1 or more");
    }
}
