package dev.broadsheet.segment;

import dev.broadsheet.page.Markup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the lines that a newspaper prints of itself: nameplate, issue number, publisher, imprint, folio, section, weather
 * strip, contents box, credits of the page's decorations.
 */
final class FurnitureCues {

    private static final int REACH = 40;
    private static final int SHORT = 24;
    private static final String RULES = "-*_=~—―─━═";

    private static final String NUMBER = "[0-9〇○零一二三四五六七八九十廿卅元]";
    /** 2024年9月 over a large 12: the date of the issue, cut in two by its type. */
    private static final Pattern MONTH = Pattern.compile(NUMBER + "{2,5}年" + NUMBER + "{1,3}月");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("第" + NUMBER + "{1,4}版|[A-Z]?[0-9]{1,2}版|第[0-9一二三四五六七八九十百千]{1,6}[期号]|星期[一二三四五六日天]|农历|礼拜");
    private static final Pattern FOLIO =
            Pattern.compile("[-—·.]*(?:第?(?:[A-Z]?[0-9]{1,3}|[A-Z][0-9]{1,2}|[一二三四五六七八九十]{1,3})[版页]?)[-—·.]*");
    private static final Pattern FOLIO_SECTION = Pattern.compile(
            "第?(?:[A-Z]?[0-9]{1,2}版?|[一二三四五六七八九十]{1,3}版)[:·|/]?(\\p{IsHan}{2,6})|(\\p{IsHan}{2,6})[:·|/]?(?:第[0-9一二三四五六七八九十]{1,3}版|[A-Z]?0?[0-9]{1,2}版?)");
    /** YUNTING RIBAO: the nameplate once more, in pinyin. */
    private static final Pattern PINYIN = Pattern.compile("[A-Z]{5,32}");

    /** 2版 城区新添三座公园: a line of the contents box with its page first. */
    private static final Pattern TEASER_BY_PAGE =
            Pattern.compile("(?:[A-Z]?[0-9]{1,2}|第[一二三四五六七八九十]{1,3})版[ :：]\\S.{3,28}");

    /** LINCHUAN EVENING NEWS, YUNTING WANBAO: the nameplate once more, in English or in pinyin. */
    private static final Pattern LATIN_NAMEPLATE = Pattern.compile(
            "(?:[A-Z']+ ){1,4}(?:NEWS|DAILY|TIMES|POST|HERALD|WEEKLY|(?:RI|WAN|CHEN|SHI|SHANG|ZHOU|DAO)BAO)");

    /** The newspaper's English name beside a section's: LINCHUAN EVENING NEWS. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Z]{2,16}");

    /** 临川报 over the date: a short nameplate, which without the date might be a word. */
    private static final Pattern SHORT_NAMEPLATE = Pattern.compile("\\p{IsHan}{2,3}报");

    private static final Pattern HOTLINE_COLUMN = Pattern.compile("(\\p{IsHan}{2,6})[: ]{0,2}[0-9-]{6,16}");

    /** 云汀 多云 8℃—15℃: a row of a table, town by town, where the row above or below is one, too. */
    private static final Pattern TOWN = Pattern.compile("(\\p{IsHan}{2,4}) .+");

    private static final Pattern DIGITS = Pattern.compile("[0-9_. -]+");

    private static final Pattern TEMPERATURE =
            Pattern.compile("-?[0-9]{1,2}(?:℃|°C|°|度)?[~—\\-至到]+-?[0-9]{1,2}(?:℃|°C|度)");

    /** … ▶2版, … 详见第3版, …（3版）: a line of the contents box on page one. */
    private static final Pattern TEASER = Pattern.compile(
            "\\S(?:\\s*(?:[▶►▷▸→>]{1,3}|[.…·]{2,}|[(\\[【/]|\\(?(?:详见|详情见|见|刊))|\\s+)(?:今日|本报)?第?(?:[A-Z]?[0-9]{1,2}|[一二三四五六七八九十]{1,3})版[)\\]】]?$");

    /** … >>03, … ▶A2, … P3: the same, with nothing but the page's number after an arrow or a P. */
    private static final Pattern ARROW =
            Pattern.compile("\\p{IsHan}(?:\\s*[▶►▷▸→>]{1,3}\\s*(?:[A-Z]?[0-9]{1,2})|\\s+P[0-9]{1,2})$");

    private final Vocabulary words;
    private final SectionNames sections;
    private final HeaderLines headers;
    private final Imprints imprints;

    FurnitureCues(Vocabulary words, HeaderLines headers) {
        this.words = words;
        this.sections = new SectionNames(words);
        this.headers = headers;
        this.imprints = new Imprints(words, headers);
    }

    /**
     * The kind of furniture that a line looks like; null where it looks like none.
     *
     * @param previous the printed line before; null at the top of the page
     * @param next the printed line after; null at the end of the page
     */
    String kind(Printed previous, Printed line, Printed next) {
        String tight = line.tight();
        if (tight.length() > 80 || Lists.isDrawn(line) || line.ended() && tight.length() > SHORT) {
            return null;
        }
        if (isRule(tight)) {
            return "rule";
        }
        if (line.line().markup().kind() == Markup.Kind.IMAGE && isWordless(tight)) {
            return "picture";
        }
        if (isProclamation(line)) {
            return "imprint";
        }
        boolean numbered = PAGE_NUMBER.matcher(tight).find();
        if (isHeader(previous, line, next)) {
            return "header";
        }
        if (imprints.isImprint(previous, line, next, numbered)
                || isWeather(line) && !isTownByTown(previous, line, next)) {
            return "imprint";
        }
        if (FOLIO.matcher(tight).matches() && tight.length() <= 6 || isNumberedSection(line)) {
            return "folio";
        }
        if (tight.length() <= REACH
                && JumpLines.to(tight) == null
                && (TEASER.matcher(line.folded()).find()
                        || ARROW.matcher(line.folded()).find()
                        || TEASER_BY_PAGE.matcher(line.folded()).matches())) {
            return "teaser";
        }
        boolean opens = words.startOf("section", tight, 0) != null
                || sections.has(line.folded().split(" ", 2)[0]);
        boolean hosted = line.width() <= REACH
                && (opens && words.count("banner", tight) > 0 || words.endOf("host", tight) != null);
        boolean named = sections.has(CueFinder.bare(tight)) && !isTitleOfNotice(tight, next);
        return hosted || named || areSections(line) || isHotlineColumn(line.folded()) ? "section" : null;
    }

    /** 云汀市文明办 宣: who had the slogan of a public-service advertisement printed. */
    boolean isProclamation(Printed line) {
        String end = words.endOf("proclaimed", line.tight());
        if (end == null || line.width() > SHORT || end.equals(line.tight())) {
            return false;
        }
        String signer = line.tight().substring(0, line.tight().length() - end.length());
        return words.endOf("signatory", signer) != null || headers.isNameplate(signer);
    }

    /** 公告 over the text of one notice is its title; over the titles of several it is the section's name. */
    private boolean isTitleOfNotice(String tight, Printed next) {
        return words.has("notice", tight) && next != null && (next.ended() || next.width() > REACH);
    }

    /** 市民来电 0000-1234567: a column that readers call; not so 订座电话：1234567, nor 红球：03 08 15 22. */
    private boolean isHotlineColumn(String folded) {
        var column = HOTLINE_COLUMN.matcher(folded);
        return column.matches() && words.endOf("contact", column.group(1)) == null;
    }

    /** ![](a.png), ![image](a.png), ![题图_03](a.png): a picture of which the source says no more than that it is one. */
    private boolean isWordless(String tight) {
        int close = tight.indexOf(']');
        String words =
                close < 2 ? "" : DIGITS.matcher(tight.substring(2, close)).replaceAll("");
        return words.isEmpty() || this.words.has("picture", words.toLowerCase(Locale.ROOT));
    }

    /** A line drawn across the page, as plain text and Markdown draw it: ---, * * *, ══════. */
    private static boolean isRule(String tight) {
        return tight.length() >= 3 && tight.chars().allMatch(c -> RULES.indexOf(c) >= 0);
    }

    private boolean isHeader(Printed previous, Printed line, Printed next) {
        String tight = line.tight();
        if (headers.isHeader(line)
                || LATIN_NAMEPLATE.matcher(line.folded()).matches()
                || MONTH.matcher(tight).matches()) {
            return true;
        }
        if (isDated(line) && words.count("imprint", tight) > 0 && !tight.contains("。") && tight.indexOf(',') < 0) {
            return true;
        }
        if (isDated(next) && SHORT_NAMEPLATE.matcher(tight).matches()) {
            return true;
        }
        boolean besideName = isNameplate(previous) || isNameplate(next);
        return besideName && PINYIN.matcher(tight).matches();
    }

    private static boolean isDated(Printed line) {
        return line != null && IssueDates.in(line.tight()).find();
    }

    private boolean isNameplate(Printed line) {
        return line != null && headers.isNameplate(line.tight());
    }

    /** 多云转阵雨 22℃～28℃: the sky and a span of degrees, and no sentence. */
    private boolean isWeather(Printed line) {
        return line != null
                && line.tight().length() <= REACH
                && line.tight().indexOf('。') < 0
                && words.count("weather", line.tight()) > 0
                && TEMPERATURE.matcher(line.tight()).find();
    }

    private boolean isTownByTown(Printed previous, Printed line, Printed next) {
        return isTown(line) && (isWeather(previous) && isTown(previous) || isWeather(next) && isTown(next));
    }

    private boolean isTown(Printed line) {
        var town = TOWN.matcher(line.folded());
        return town.matches()
                && words.count("weather", town.group(1)) == 0
                && words.startOf("day", town.group(1), 0) == null;
    }

    /** 文体 副刊, 8 文体·财经: a page that two sections share names both. 海风 副刊: a section with a name of its own. */
    private boolean areSections(Printed line) {
        List<String> names = Arrays.stream(line.folded().split("[\\s·|/]+", 8))
                .filter(name -> !ENGLISH.matcher(name).matches())
                .toList();
        if (line.width() > SHORT || names.isEmpty() || line.folded().equals(names.get(0))) {
            return false;
        }
        boolean titled = names.size() == 2
                && names.get(0).length() <= SectionNames.LONGEST
                && words.has("section.end", names.get(1))
                && words.count("section.end", names.get(0)) == 0;
        return titled
                || names.stream()
                        .allMatch(n -> words.has("section", n)
                                || headers.isNameplate(n)
                                || n.length() <= 3 && FOLIO.matcher(n).matches());
    }

    /** 3 综合, A06 国际新闻, 第3版 城乡: the page's number and its section. */
    private boolean isNumberedSection(Printed line) {
        var folio = FOLIO_SECTION.matcher(CueFinder.bare(line.tight()));
        if (!folio.matches()) {
            return false;
        }
        String last = folio.group(1);
        boolean named = last != null
                && last.length() <= SectionNames.LONGEST
                && folio.group().contains("版");
        return named || sections.has(last == null ? folio.group(2) : last);
    }
}
