package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Line;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of pages in all the arrangements that papers print, and lines that only hold a date. */
class HeaderLinesTest {

    private final HeaderLines headers = new HeaderLines(Vocabulary.STANDARD);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "云汀晚报 2024年3月12日 B3; 云汀晚报; 2024-03-12; B3",
                "云汀日报 2024-03-12 A3; 云汀日报; 2024-03-12; A3",
                "云汀日报2024年3月12日星期二第1版要闻; 云汀日报; 2024-03-12; 1",
                "云 汀 日 报 2024 年 3 月 12 日 第 1 版; 云汀日报; 2024-03-12; 1",
                "03 社会 | 云汀日报 | 2024年3月12日; 云汀日报; 2024-03-12; 3",
                "第4版 2019年8月14日 星期三 云汀日报; 云汀日报; 2019-08-14; 4",
                "2014.3.18 星期二 要闻 A02; -; 2014-03-18; A02",
                "云汀日报 | 县区 | 2021年6月17日; 云汀日报; 2021-06-17; -",
                "07 汀江晚报 2020.10.22 周四; 汀江晚报; 2020-10-22; 7",
                "第03版：要闻 2024年03月12日 云汀日报; 云汀日报; 2024-03-12; 3",
                "要闻云汀日报 四版; 云汀日报; -; 4",
                "Yunting Daily 云汀日报 Tue. Mar 12 2024 A3; 云汀日报; 2024-03-12; A3",
                "云汀日报 Tuesday, March 12, 2024 第3版; 云汀日报; 2024-03-12; 3",
                "雲汀民報 中華民國廿三年五月七日 夏曆三月廿四日 第四張; 雲汀民報; 1934-05-07; 4",
                "中华民国二十三年五月七日 星期一 夏历甲戌年三月廿四 第四张; -; 1934-05-07; 4",
                "二〇〇六年一月三日 农历乙酉年十二月初四 第3128期 今日八版; -; 2006-01-03; -",
                "临川报 2024年3月12日 第2版; 临川报; 2024-03-12; 2",
                "2022.11.3 星期四 热线：0000-1234567; -; 2022-11-03; -",
                "2022年11月3日 星期四 05 城乡; -; 2022-11-03; 5",
                "LINCHUAN DAILY 副刊 7 2022年11月3日 电话：0000-1234567; -; 2022-11-03; 7",
                "闽海日报客户端 2022年11月3日 国际·6; 闽海日报; 2022-11-03; 6",
            })
    void paperDateAndPageNumberAreReadInWhateverOrderTheyStand(
            String line, String publication, LocalDate issueDate, String label) {
        assertThat(headers.isHeader(printed(line))).isTrue();
        assertThat(headers.read(printed(line))).isEqualTo(new PageHeader(publication, issueDate, label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云汀日报社 2024年3月12日",
                "时间：2024年3月12日 星期二 9:00",
                "地点：县文化馆 时间：2024年3月12日 星期二",
                "| 3月18日（星期一） | 陶永安 |",
                "本报2024年3月12日第4版刊登的",
                "摘自《云汀日报》2024年3月12日第4版",
                "2024年3月12日，云汀日报创刊。",
                "2024年3月12日 东门大桥正式通车",
                "云汀日报走进校园",
                "三月八日",
                "周五",
                "第4版",
                "8:00至12:00",
            })
    void aDateInATextOrANoticeIsNoHeader(String line) {
        assertThat(headers.isHeader(printed(line))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20户4年3月12日 星期二 云汀日报", "云汀日报 2024年了月12日 第3版", "子024.3.12 星期二"})
    void aDateWithACharacterMisreadStillMakesAHeaderButNoIssueDate(String line) {
        assertThat(headers.isHeader(printed(line))).isTrue();
        assertThat(headers.read(printed(line)).issueDate()).isNull();
    }

    @Test
    void aDayThatNoCalendarHasIsNoIssueDate() {
        assertThat(headers.read(printed("云汀日报 2024年2月31日 第1版"))).isEqualTo(new PageHeader("云汀日报", null, "1"));
    }

    private static Printed printed(String text) {
        return Printed.of(Line.plain(1, text), 0);
    }
}
