package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.DateMention;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in running text. */
class DateTaggerTest {

    private static final LocalDate ISSUE = LocalDate.of(2024, 3, 15);
    private static final DateTagger TAGGER = new DateTagger();

    private static List<String> dates(String text, LocalDate issue) {
        return TAGGER.tag(text, issue).stream()
                .map(date -> date.getText() + " " + date.getFrom() + ".." + date.getTo())
                .toList();
    }

    @Test
    void aReportsDatesAreReadAgainstItsIssue() {
        assertThat(dates("本报讯（记者 林溪）3月12日至14日，云汀市茶叶博览会举行。去年同期签约12亿元，今年以来已签约6.85亿元。", ISSUE))
                .containsExactly(
                        "3月12日至14日 2024-03-12..2024-03-14",
                        "去年同期 2023-03-12..2023-03-14",
                        "今年以来 2024-01-01..2024-03-15");
    }

    @Test
    void aJanuaryPaperTellsOfTheDecemberBefore() {
        assertThat(dates("12月22日，临川县举行冬泳赛。", LocalDate.of(2025, 1, 5)))
                .containsExactly("12月22日 2024-12-22..2024-12-22");
    }

    @Test
    void aDecemberPaperAnnouncesTheJanuaryAfter() {
        assertThat(dates("展览将于1月8日开幕。", LocalDate.of(2024, 12, 26))).containsExactly("1月8日 2025-01-08..2025-01-08");
    }

    @Test
    void aDayWithoutItsMonthFollowsTheMonthSpokenOf() {
        assertThat(dates("2月27日，队伍出发。28日，抵达云汀。", ISSUE))
                .containsExactly("2月27日 2024-02-27..2024-02-27", "28日 2024-02-28..2024-02-28");
    }

    @Test
    void aYearHoldsWithinItsSentence() {
        assertThat(dates("大桥2019年5月动工，8月停工。", ISSUE))
                .containsExactly("2019年5月 2019-05-01..2019-05-31", "8月 2019-08-01..2019-08-31");
    }

    @Test
    void theNextDayIsCountedFromTheDayTold() {
        assertThat(dates("2023年9月5日台风登陆，次日学校停课。", ISSUE))
                .containsExactly("2023年9月5日 2023-09-05..2023-09-05", "次日 2023-09-06..2023-09-06");
    }

    @Test
    void withoutAnIssueDateNoYearIsInvented() {
        assertThat(dates("7月17日至19日举行，昨日闭幕，2023年8月启动。", null))
                .containsExactly("7月17日至19日 --07-17..--07-19", "昨日 null..null", "2023年8月 2023-08-01..2023-08-31");
    }

    @Test
    void datesStayWholeAcrossTheSpacesOfAScan() {
        assertThat(dates("7 月 17 日 至 19 日", LocalDate.of(2024, 7, 21)))
                .containsExactly("7 月 17 日 至 19 日 2024-07-17..2024-07-19");
    }

    @Test
    void offsetsCountCodePoints() {
        DateMention date = TAGGER.tag("𠮷溪村3月12日开渔", ISSUE).get(0);
        assertThat(List.of(date.getStart(), date.getEnd())).containsExactly(3, 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "主队以3-1取胜，次回合2比2战平。",
                "服务热线13920240717，24小时开通。",
                "活动为期3日，含两天一夜的行程。",
                "他家住中山路12号，在3号楼，乘5号线到达。",
                "第3日、第二十条、第17号文件。",
                "该村有2000年历史，20年间变化很大。",
                "每周三、每年7月开放，一周三次。",
                "总投资2.6亿元，增长15.3%，达1,998人。",
                "那年轻人当年轻气盛，一年级的学生。",
                "三五年光景，七八日路程。",
                "昨日本”不是日期的写法，月球和月饼。"
            })
    void whatIsNoDateIsLeftAlone(String text) {
        assertThat(TAGGER.tag(text, ISSUE)).allMatch(date -> date.getText().equals("昨日"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "会议定于下周五召开, 下周五, 2024-03-22, 2024-03-22",
        "自2024年3月1日起施行, 2024年3月1日起, 2024-03-01,",
        "力争年底前通车, 年底前, , 2024-12-31",
        "截至2月底已建成, 2月底, 2024-02-21, 2024-02-29",
        "记者14日获悉, 14日, 2024-03-14, 2024-03-14",
        "新华社北京14日电, 14日, 2024-03-14, 2024-03-14",
        "闽海日报14日本报讯, 14日, 2024-03-14, 2024-03-14",
        "“十四五”期间新增, “十四五”期间, 2021-01-01, 2025-12-31",
        "昨日前往云汀, 昨日, 2024-03-14, 2024-03-14",
        "民国二十六年七月七日，, 民国二十六年七月七日, 1937-07-07, 1937-07-07",
    })
    void anExpressionIsFoundInItsSentence(String text, String expression, String from, String to) {
        assertThat(TAGGER.tag(text, ISSUE)).singleElement().satisfies(date -> {
            assertThat(date.getText()).isEqualTo(expression);
            assertThat(date.getFrom()).isEqualTo(from);
            assertThat(date.getTo()).isEqualTo(to);
        });
    }

    @Provide
    Arbitrary<String> dateLikeText() {
        return Arbitraries.of("0123456789年月日号季度周期上下本去今明前后半初末底至到-一二十〇第个的农历正腊春节，。 甲子“十五”Qq𠮷\n"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(60)
                .map(characters -> String.join("", characters));
    }

    @Property
    void theTextAtAMentionsPlaceIsTheMention(@ForAll("dateLikeText") String text) {
        int end = 0;
        for (DateMention date : TAGGER.tag(text, ISSUE)) {
            assertThat(date.getStart()).isGreaterThanOrEqualTo(end);
            int from = text.offsetByCodePoints(0, date.getStart());
            int to = text.offsetByCodePoints(0, date.getEnd());
            assertThat(text.substring(from, to)).isEqualTo(date.getText()).isNotBlank();
            end = date.getEnd();
        }
    }

    @Property
    void noPeriodEndsBeforeItBegins(@ForAll("dateLikeText") String text) {
        assertThat(TAGGER.tag(text, ISSUE))
                .allMatch(date -> date.getFrom() == null
                        || date.getTo() == null
                        || !LocalDate.parse(date.getTo()).isBefore(LocalDate.parse(date.getFrom())));
    }

    @Property
    void theSameTextAlwaysHasTheSameDates(@ForAll("dateLikeText") String text) {
        assertThat(TAGGER.tag(text, ISSUE)).isEqualTo(new DateTagger().tag(text, ISSUE));
    }

    @Property
    void aSentenceWithoutDatesChangesNothing(@ForAll("dateLikeText") String text) {
        String longer = text + "。\n与会者一致表示赞同。这是一段填充文字，用来说明问题，没有别的意思，长过四十个字才算数，所以再写几句。";
        List<DateMention> alone = TAGGER.tag("。\n与会者一致表示赞同。这是一段填充文字，用来说明问题，没有别的意思，长过四十个字才算数，所以再写几句。" + text, ISSUE);
        assertThat(TAGGER.tag(longer, ISSUE)).hasSameSizeAs(alone);
    }

    @Test
    void hostileTextIsReadOnce() {
        String nines = "9".repeat(200_000);
        String steps = "上".repeat(200_000);
        String hans = "一二年十".repeat(50_000);
        assertThat(TAGGER.tag(nines, ISSUE)).isEmpty();
        assertThat(TAGGER.tag(steps, ISSUE)).isEmpty();
        assertThat(TAGGER.tag(hans, ISSUE).size()).isLessThan(200_000);
    }
}
