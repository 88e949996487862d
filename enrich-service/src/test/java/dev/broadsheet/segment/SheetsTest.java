package dev.broadsheet.segment;

import static dev.broadsheet.segment.PageOfBlocks.FERRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.page.PageReaders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which lines of a page its date and its number are read, and from which not. */
class SheetsTest {

    private static final LocalDate PRINTED = LocalDate.of(2022, 11, 3);
    private static final String LIBRARY = "本报讯（记者 秦晓岚）县图书馆昨日新添图书三百册，新书已经上架，读者凭借书证可以借阅，每次不超过五册。";

    @Test
    void theContentsBoxOfAFrontPageDoesNotSayWhichPageThisIs() {
        List<Sheet> sheets = sheets("闽海日报 2022年11月3日 星期四", "新渡船下水", FERRY, "导读", "江边新添三处驿站 3版", "老戏台修缮一新 详见6版");

        assertThat(sheets).singleElement().extracting(Sheet::label).isNull();
    }

    @Test
    void whereAStoryComesFromDoesNotSayWhichPageThisIs() {
        List<Sheet> sheets = sheets("2022年11月3日 星期四", "（上接第一版）", "渡口两岸的居民说，往后过江不必再等到天亮。", "新渡船下水", FERRY);

        assertThat(sheets).singleElement().extracting(Sheet::label).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"05\n城乡\n2022年11月3日 星期四", "2022.11.3 星期四\n城乡·民生\n5", "城乡 05\n2022年11月3日"})
    void aHeaderMayBeSetInSeveralLines(String header) {
        assertThat(sheets(header, "新渡船下水", FERRY))
                .extracting(Sheet::issueDate, Sheet::label)
                .containsExactly(tuple(PRINTED, "5"));
    }

    @Test
    void numbersAndSectionsTellTwoPagesOfOneFileApart() {
        List<Sheet> sheets =
                sheets("闽海日报 2022年11月3日 星期四 01 要闻", "新渡船下水", FERRY, "闽海日报 2022年11月3日 星期四 02 综合", "图书馆添新书", LIBRARY);

        assertThat(sheets).extracting(Sheet::label).containsExactly("1", "2");
    }

    @Test
    void theDateUnderANoticeIsNotTheDateOfThePage() {
        List<Sheet> sheets = sheets("新渡船下水", FERRY, "2022年10月28日", "图书馆添新书", LIBRARY);

        assertThat(sheets).singleElement().extracting(Sheet::issueDate).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022年11月3日", "2022年11月3日 星期四"})
    void aDateAtTheTopIsTheDateOfThePage(String date) {
        assertThat(sheets(date, "新渡船下水", FERRY))
                .singleElement()
                .extracting(Sheet::issueDate)
                .isEqualTo(PRINTED);
    }

    @Test
    void aDateWithItsWeekdayIsTheDateOfThePageWhereverItIsRead() {
        assertThat(sheets("新渡船下水", FERRY, "2022年11月3日 星期四", "图书馆添新书", LIBRARY))
                .singleElement()
                .extracting(Sheet::issueDate)
                .isEqualTo(PRINTED);
    }

    private static List<Sheet> sheets(String... blocks) {
        byte[] page = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
        return new Segmenter()
                .segment(new PageReaders().read(page, "text/plain", StandardCharsets.UTF_8, null, null, null))
                .sheets();
    }
}
