package dev.broadsheet.segment;

import dev.broadsheet.text.Numerals;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines that stand over (or under) a page. Papers arrange them in every way: 云汀晚报 2024年3月12日 B3, 03 社会 |
 * 云汀日报 | 2024年3月12日, 第4版 2019年8月14日 星期三 云汀日报. So no arrangement is asked for: the line is taken apart into what headers
 * are made of, and it is a header when hardly anything is left over.
 */
final class HeaderLines {

    private static final int LONGEST = 80;

    /** A section that no list knows, or a word on the weather, may stand beside paper and date; a sentence may not. */
    private static final int MOST_UNKNOWN = 6;

    private static final String OF_SENTENCES = "。!?;,“”《》";

    private static final String HAN_NUMBER = "[一二三四五六七八九十]{1,3}";
    private static final Pattern WEEKDAY = Pattern.compile("(?:星期|礼拜)[一二三四五六日天]");
    private static final Pattern SHORT_WEEKDAY = Pattern.compile("周[一二三四五六日]");
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:[0-9]{2}");

    /** 20户4年3月12日, 2024.弓.12: what may be a date with one character misread. */
    private static final Pattern BLURRED_DATE =
            Pattern.compile("(?<![^ ])(?:[^ ]{2,8}年[^ ]{1,3}月[^ ]{1,3}日|[^ ]{4}[-./][^ ]{1,2}[-./][^ ]{1,2}(?![^ ]))");

    /** 第10527期, 总第318号, 今日八版, 本报今日两大张: the number of the issue and how many pages it has. */
    private static final Pattern ISSUE = Pattern.compile(
            "总?第[0-9一二三四五六七八九十百千〇零]{1,6}[期号]" + "|(?:今日|本期|共|本报今日)(?:共|出)?[0-9一二两三四五六七八九十]{1,3}(?:大|小)?[版张]");

    /** 第4版, A02版, 四版, 第03版：. */
    private static final Pattern PAGE = Pattern.compile("第([A-Z]{0,2}[0-9]{1,3}|" + HAN_NUMBER
            + ")[版页]:?|(?<![0-9A-Z])([A-Z]{0,2}[0-9]{1,3}|" + HAN_NUMBER + ")版:?");

    /** 第四张: papers of the Republic number their sheets. */
    private static final Pattern SHEET = Pattern.compile("第([0-9]{1,2}|" + HAN_NUMBER + ")张");

    /** 新闻热线：0000-1234567 */
    private static final Pattern HOTLINE = Pattern.compile("\\p{IsHan}{0,6}(?:热线|电话):?[0-9-]{5,16}");

    private static final Pattern FOLIO = Pattern.compile("[A-Z]{0,2}[0-9]{1,3}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z.]+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{IsHan}A-Za-z0-9.]+");

    /** 甲辰年二月初三: a date of the old calendar. */
    private static final Pattern OLD_DATE =
            Pattern.compile("(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:闰?[正冬腊一二三四五六七八九十]{1,2}月[初一二三四五六七八九十廿卅]{1,3}日?)?");

    /** 临川报: a short name, which without a date beside it might be a word. */
    private static final Pattern SHORT_NAME = Pattern.compile("\\p{IsHan}{2,3}报");

    /** Blanks that set a name or number wide: 云 汀 日 报, 2024 年 3 月. */
    private static final Pattern SPREAD = Pattern.compile(
            "(?<=(?:^| )\\p{IsHan}) +(?=\\p{IsHan}(?: |$))|(?<=[0-9]) +(?=[年月版]|日(?!\\p{IsHan}{1,4}报))|(?<=[年月第]) +(?=[0-9])");

    private final Vocabulary words;
    private final SectionNames sections;
    private final Pattern nameplate;

    HeaderLines(Vocabulary words) {
        this.words = words;
        this.sections = new SectionNames(words);
        this.nameplate = Pattern.compile("\\p{IsHan}{2,5}(?:" + String.join("|", words.terms("nameplate.end")) + ")");
    }

    /** Whether the text is the name of a newspaper: 云汀日报. */
    boolean isNameplate(String tight) {
        return nameplate.matcher(tight).matches();
    }

    /** Whether the text begins with the name of a newspaper: 云汀日报社. */
    boolean beginsWithNameplate(String tight) {
        return nameplate.matcher(tight).lookingAt();
    }

    /** What stands after the name of the newspaper with which the text begins; all of it where it begins with none. */
    String withoutNameplate(String tight) {
        Matcher name = nameplate.matcher(tight);
        return name.lookingAt() ? tight.substring(name.end()) : tight;
    }

    /** Whether the line is a page's header and nothing else. */
    boolean isHeader(Printed line) {
        return line.tight().length() <= LONGEST && new Reading(line).isHeader();
    }

    /** What a line that the paper prints of itself says of the page; nothing where it says nothing. */
    PageHeader read(Printed line) {
        return line.tight().length() > LONGEST ? PageHeader.NONE : new Reading(line).header();
    }

    /**
     * What the lines of one header say of the page. A bare number on a line of its own is the page's where the date is printed
     * whole beside it; the day of a date that its type cuts in two is none: 2024年6月 over 18.
     */
    PageHeader read(List<Printed> block) {
        PageHeader header = block.stream().map(this::read).reduce(PageHeader.NONE, PageHeader::and);
        List<String> numbers = block.stream()
                .map(Printed::tight)
                .filter(tight -> FOLIO.matcher(tight).matches())
                .map(PageLabels::plain)
                .toList();
        return header.issueDate() != null && numbers.size() == 1
                ? header.and(new PageHeader(null, null, numbers.get(0)))
                : header;
    }

    /** One line, taken apart. */
    private final class Reading {

        private final Printed line;
        private String rest;
        private String publication;
        private String shortName;
        private LocalDate date;
        private String label;
        private boolean dated;
        private boolean timed;
        private boolean sectioned;
        private boolean paged;
        private boolean explained = true;
        private int unknown;

        Reading(Printed line) {
            this.line = line;
            rest = SPREAD.matcher(line.folded()).replaceAll("");
            takeDates();
            timed = take(ISSUE) | take(WEEKDAY) | (dated && take(SHORT_WEEKDAY));
            take(HOTLINE);
            takeLabel(PAGE);
            takeLabel(SHEET);
            paged = label != null;
            explained = OF_SENTENCES.chars().noneMatch(c -> rest.indexOf(c) >= 0)
                    && !CLOCK.matcher(rest).find();
            List<MatchResult> tokens = TOKEN.matcher(rest).results().toList();
            for (int i = 0; i < tokens.size(); i++) {
                take(tokens, i);
            }
        }

        private void takeDates() {
            Matcher dates = IssueDates.in(rest);
            while (dates.find()) {
                dated = true;
                date = date == null ? IssueDates.value(dates) : date;
            }
            rest = dates.replaceAll(" ");
            Matcher blurred = BLURRED_DATE.matcher(rest);
            while (!dated && blurred.find()) {
                if (isMisreadDate(blurred.group())) {
                    dated = true;
                    rest = rest.substring(0, blurred.start()) + rest.substring(blurred.end());
                }
            }
        }

        private static boolean isMisreadDate(String token) {
            long figures = token.chars()
                    .filter(c -> Numerals.CHARACTERS.indexOf(c) >= 0)
                    .count();
            long marks = token.chars().filter(c -> "年月日-./".indexOf(c) >= 0).count();
            return marks >= 2 && figures + marks == token.length() - 1;
        }

        private boolean take(Pattern pattern) {
            String without = pattern.matcher(rest).replaceAll(" ");
            boolean taken = !without.equals(rest);
            rest = without;
            return taken;
        }

        private void takeLabel(Pattern pattern) {
            Matcher page = pattern.matcher(rest);
            if (label == null && page.find()) {
                String printed = page.group(1) == null ? page.group(2) : page.group(1);
                label = PageLabels.plain(printed);
            }
            rest = pattern.matcher(rest).replaceAll(" ");
        }

        private void take(List<MatchResult> tokens, int i) {
            String token = tokens.get(i).group();
            if (isFolio(token) || isNumberOfSection(tokens, i)) {
                label = PageLabels.plain(token);
                paged = !Character.isDigit(token.charAt(0));
            } else if (isOldDate(token)) {
                timed = true;
            } else if (sections.has(token)) {
                sectioned = true;
            } else if (dated && shortName == null && SHORT_NAME.matcher(token).matches() && !isNameplate(token)) {
                shortName = printed(token);
            } else if (!takeName(token) && !LATIN.matcher(token).matches()) {
                unknown += token.length();
                explained &= !rest.startsWith(":", tokens.get(i).end()) && isSetApart(token);
            }
        }

        /** Not so 刊登 in 本报2024年3月12日第4版刊登, which is a sentence. */
        private boolean isSetApart(String token) {
            String text = line.folded();
            boolean apart =
                    token.length() == 1 || !text.contains(token); // one character may be a misread part of a date
            for (int from = text.indexOf(token); from >= 0 && !apart; from = text.indexOf(token, from + 1)) {
                int to = from + token.length();
                apart = (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
            }
            return apart;
        }

        /** The bare number of a page stands at one end of its header. */
        private boolean isFolio(String token) {
            boolean outside = line.folded().startsWith(token) || line.folded().endsWith(token);
            return label == null && FOLIO.matcher(token).matches() && (outside || !Character.isDigit(token.charAt(0)));
        }

        /** Beside a date the number and the name of a section stand for the page wherever they are printed: 02 要闻, 要闻·2. */
        private boolean isNumberOfSection(List<MatchResult> tokens, int i) {
            return dated
                    && label == null
                    && FOLIO.matcher(tokens.get(i).group()).matches()
                    && (i > 0 && sections.has(tokens.get(i - 1).group())
                            || i + 1 < tokens.size()
                                    && sections.has(tokens.get(i + 1).group()));
        }

        private boolean isOldDate(String token) {
            String calendar = words.startOf("calendar", token, 0);
            String day = calendar == null ? token : token.substring(calendar.length());
            return OLD_DATE.matcher(day).matches() && (calendar != null || day.indexOf('年') > 0);
        }

        /** 云汀日报, 要闻云汀日报, 云汀日报要闻, 云汀日报客户端: the paper's name, perhaps with a section's or with where else it is read. */
        private boolean takeName(String token) {
            String section = words.startOf("section", token, 0);
            int from = section != null && isNameplate(token.substring(section.length())) ? section.length() : 0;
            Matcher name = nameplate.matcher(token).region(from, token.length());
            if (!name.lookingAt()) {
                return false;
            }
            String after = token.substring(name.end());
            boolean named = sections.has(after);
            if (!after.isEmpty() && !named && !(dated && words.has("invitation.end", after))) {
                return false;
            }
            sectioned |= from > 0 || named;
            publication = publication == null ? printed(name.group()) : publication;
            return true;
        }

        private String printed(String name) {
            int from = line.tight().indexOf(name);
            return from < 0 ? name : Glyphs.tight(line.text()).substring(from, from + name.length());
        }

        boolean isHeader() {
            boolean placed = publication != null || label != null;
            int most = dated && (placed || timed) ? MOST_UNKNOWN : 0;
            return explained && unknown <= most && (dated || timed || publication != null);
        }

        PageHeader header() {
            Matcher named = nameplate.matcher(line.tight());
            String name = publication != null
                    ? publication
                    : named.lookingAt() ? printed(named.group()) : label != null ? shortName : null;
            return new PageHeader(name, date, isOfPage() ? label : null);
        }

        /** A bare number is the page's only beside something else that headers print. */
        private boolean isOfPage() {
            return dated || publication != null || sectioned || paged;
        }
    }
}
