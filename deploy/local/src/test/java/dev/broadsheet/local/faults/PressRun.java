package dev.broadsheet.local.faults;

import dev.broadsheet.schema.RawPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Pages of invented newspapers, the same for the same name and number. Issues have eight pages; every third page sends a
 * story to the page after it. No two stories share a passage, so that none is a reprint of another, not even of another test's.
 */
final class PressRun {

    private static final int PAGES_OF_AN_ISSUE = 8;

    /** Fewer days than the reprint desk remembers: what it forgets depends on the order of arrival. */
    private static final int DAYS = 31;

    /** So many pages later, something happens to a page once more. */
    private static final int AFTERTHOUGHT = 40;

    /** Ideographs of a page that is as long as the segment stage allows: a megabyte in UTF-8, with its line ends. */
    private static final int LONGEST = 340_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);

    private static final List<String> WORDS =
            List.of(("校舍 启用 学生 河道 清理 村民 果园 采摘 合作 大桥 合龙 工人 展览 开幕 观众 图书 借阅 街道 改造 老人 医生 培训 "
                            + "渔船 归港 台风 预警 稻田 丰收 公园 开放 球队 夺冠 剧团 巡演 路灯 更换 菜场 搬迁 森林 防火 邮局 延时 "
                            + "博物 捐赠 古井 修复 车站 扩建 茶叶 出口 电站 检修 雨水 回收 社区 食堂 少年 书法 比赛 志愿 服务")
                    .split(" "));

    private PressRun() {}

    /** @param count of pages; after {@value #DAYS} days the next newspaper begins, {@code publication-2} and so on */
    static List<RawPage> pages(String publication, int count) {
        List<RawPage> pages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int issue = number / PAGES_OF_AN_ISSUE;
            int label = number % PAGES_OF_AN_ISSUE + 1;
            String paper = issue < DAYS ? publication : publication + "-" + (issue / DAYS + 1);
            Random words = new Random((publication + number).hashCode());
            boolean last = label == PAGES_OF_AN_ISSUE || number == count - 1;
            pages.add(page(paper, FIRST_DAY.plusDays(issue % DAYS), label, text(words, label, last)));
        }
        return pages;
    }

    /**
     * What a year's mail brings: the pages, and some time after a page perhaps another scan of it, an older one that was late, a
     * withdrawal, the page back again, or the same once more.
     */
    static List<RawPage> mail(String publication, int count) {
        List<RawPage> pages = pages(publication, count);
        List<RawPage> mail = new ArrayList<>();
        for (int number = 0; number < count + AFTERTHOUGHT; number++) {
            if (number < count) {
                mail.add(pages.get(number));
            }
            int earlier = number - AFTERTHOUGHT;
            if (earlier >= 0 && earlier < count) {
                mail.addAll(afterthoughts(pages.get(earlier), earlier));
            }
        }
        return mail;
    }

    /** Pages as long as may be, of noise that the segmenter has to weigh line by line; each in an issue of its own. */
    static List<RawPage> slowest(String publication, int count) {
        List<RawPage> pages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String noise = new Random(number)
                    .ints(LONGEST, 0x4E00, 0x9000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .replaceAll("(.{70})", "$1\n");
            pages.add(page(publication, FIRST_DAY.minusDays(number + 1), 1, noise));
        }
        return pages;
    }

    private static List<RawPage> afterthoughts(RawPage page, int number) {
        List<RawPage> later = new ArrayList<>();
        Random words = new Random(("later " + page.getPageId()).hashCode());
        if (number % 5 == 0) {
            later.add(revised(page, 20, misread(contentOf(page)) + "\n\n" + story(words, 0)));
        }
        if (number % 7 == 0) {
            later.add(revised(page, 5, story(words, 0)));
        }
        if (number % 11 == 0) {
            later.add(
                    RawPage.newBuilder(revised(page, 30, "")).setWithdrawn(true).build());
        }
        if (number % 22 == 0) {
            later.add(revised(page, 40, contentOf(page)));
        }
        if (number % 13 == 0) {
            later.add(page);
        }
        return later;
    }

    private static String text(Random words, int label, boolean last) {
        List<String> stories = new ArrayList<>();
        if (label % 3 == 2) {
            stories.add("（上接第" + (label - 1) + "版）" + sentence(words, 12) + "。");
        }
        for (int story = 1; story <= 1 + words.nextInt(3); story++) {
            stories.add(story(words, 0));
        }
        if (label % 3 == 1 && !last) {
            stories.add(story(words, label + 1));
        }
        return String.join("\n\n", stories);
    }

    /** @param continuedOn page on which the story goes on; 0 for none */
    private static String story(Random words, int continuedOn) {
        String story = sentence(words, 4) + "\n本报讯 （记者 林小满）" + sentence(words, 9) + "。" + sentence(words, 11) + "。"
                + sentence(words, 8) + "。";
        return continuedOn == 0 ? story : story + sentence(words, 6) + "（下转第" + continuedOn + "版）";
    }

    private static String sentence(Random words, int length) {
        return words.ints(length, 0, WORDS.size())
                .mapToObj(word -> WORDS.get(word) + name(words))
                .collect(Collectors.joining());
    }

    /** Words alone repeat by chance, and among thousands of stories two would pass for reprints of each other. */
    private static String name(Random words) {
        return words.ints(2, 0x4E00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One character in thirty as a tired scanner reads it. */
    private static String misread(String text) {
        StringBuilder misread = new StringBuilder(text);
        for (int i = 29; i < text.length(); i += 30) {
            if (Character.isIdeographic(text.charAt(i))) {
                misread.setCharAt(i, '口');
            }
        }
        return misread.toString();
    }

    private static String contentOf(RawPage page) {
        return StandardCharsets.UTF_8.decode(page.getContent().duplicate()).toString();
    }

    private static RawPage revised(RawPage page, long revision, String text) {
        return RawPage.newBuilder(page)
                .setRevision(revision)
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** A first scan. */
    static RawPage page(String publication, LocalDate day, int label, String text) {
        return RawPage.newBuilder()
                .setPageId(publication + "/" + day + "/" + label)
                .setPublication(publication)
                .setPublicationName("云汀日报")
                .setIssueDate(day.toString())
                .setPage(Integer.toString(label))
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.parse("2024-07-21T08:00:00Z"))
                .setRevision(10)
                .build();
    }
}
