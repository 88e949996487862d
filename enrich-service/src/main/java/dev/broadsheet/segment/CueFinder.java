package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cues of a line. Patterns look at a bounded stretch of folded text at either end of the line, so that their
 * cost does not grow with it; a cue that a hard line break cuts in two is read with the beginning of the next line.
 */
final class CueFinder {

    private static final int REACH = 48;

    /** 本报讯 with one character misread, where the bracket of the byline or a blank still follows it. */
    private static final Pattern MISREAD_OPENING =
            Pattern.compile("^(?:本报.|.报讯|本.讯)\\((?:[^()]{2,40}\\)|[^()]{0,24}(?:记.|.者|通讯.))");

    private static final Pattern PLACED_OPENING = Pattern.compile(
            "^[\\[【(〔]?本[报刊]\\p{IsHan}{0,8}(?:[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)?(?:讯|专?电)[\\]】)〕]?[ (]?");

    /** 闽海日报讯（记者 …）, 云汀融媒讯（通讯员 …）: the paper's own name in place of 本报. */
    private static final Pattern NAMED_OPENING =
            Pattern.compile("^[\\[【(〔]?\\p{IsHan}{1,8}(?:报讯[\\]】)〕]?|讯[\\]】)〕]?\\((?=[^()]{0,8}(?:记者|通讯员|实习生|报道组)))");

    private static final Pattern BRACKETED_OPENING =
            Pattern.compile("^[\\[【〔](?:本报|本刊|\\p{IsHan}{2,10}(?:社|报))?[^\\[\\]【】〔〕]{0,16}(?:讯|专?电|消息)[\\]】〕]");
    /** 【本报记者林一报道】, as papers overseas begin a story. */
    private static final Pattern REPORTED_OPENING =
            Pattern.compile("^[\\[【〔](?:本报|本刊)?\\p{IsHan}{0,3}记者[\\p{IsHan} 、]{2,16}(?:报道|报导|专访|讯|电)[\\]】〕]");

    private static final Pattern BYLINE_OPENING = Pattern.compile(
            "^(?:\\p{IsHan}{0,2}[报讯]\\p{IsHan}{0,2})?\\((?:本报|本刊)?(?:\\p{IsHan}{0,3}记者|通讯员)[^()]{2,40}\\)\\p{IsHan}");

    /** 7月15日至18日，: the date with which a sentence begins. */
    private static final Pattern DATED = Pattern.compile("^(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[^,。;:]{0,8},");

    private static final Pattern DAY = Pattern.compile("[0-9]{1,2}月[0-9]{1,2}日|[今昨][天日晚]|记者");

    private static final Pattern CLAUSE = Pattern.compile("([^,:。]{4,30})[,:]");

    private static final Pattern COLUMN_NAME = Pattern.compile("[【〖]?[■▲◆●★·◇]?(\\p{IsHan}{2,6})[·◇】〗]?");

    /** 林一帆（云汀市第三中学教师）: who wrote a contribution, and what he or she is. */
    private static final Pattern AUTHOR = Pattern.compile("(\\p{IsHan}{2,4}) ?[（(](\\p{IsHan}{2,20})[）)]");

    private static final int LONGEST_COLUMN = 6;

    private static final Pattern TELEPHONE = Pattern.compile("\\(?[0-9][0-9()-]{4,20}");

    /** ◇ 林 一: a mark and a name spaced out, which is a byline rather than the name of a column. */
    private static final Pattern SPACED_NAME = Pattern.compile("[■▲◆●★·◇] *\\p{IsHan}(?: +\\p{IsHan}){1,2}");

    /** □秋实: the mark of a byline, and a name that need not begin with a surname. */
    private static final Pattern PEN_NAME = Pattern.compile("[⊙□◎○]\\p{IsHan}{2,3}");

    private static final Pattern FIRST = Pattern.compile("一、|\\(一\\)|1[、.](?![0-9])|第一条|①");

    private static final Credits NAMELESS = new Credits(List.of(), List.of(), true);

    private final Vocabulary words;
    private final Bylines bylines;
    private final HeaderLines headers;
    private final FurnitureCues furniture;
    private final Signatures signatures;
    private final PictureCues pictures;
    private final Slogans slogans;

    CueFinder(Vocabulary words, Bylines bylines) {
        this.words = words;
        this.bylines = bylines;
        this.headers = new HeaderLines(words);
        this.furniture = new FurnitureCues(words, headers);
        this.signatures = new Signatures(words, bylines);
        this.pictures = new PictureCues(words, bylines);
        this.slogans = new Slogans(words);
    }

    Bylines bylines() {
        return bylines;
    }

    HeaderLines headers() {
        return headers;
    }

    /**
     * The cues of a line.
     *
     * @param previous the printed line before; null at the top of the page
     * @param next the printed line after; null at the end of the page
     */
    Cues cues(Printed previous, Printed line, Printed next) {
        String head = head(line, next);
        String tail = tail(previous, line);
        Credits signature = signatures.read(previous, line, next);
        boolean house = words.has("reporter", bare(line.tight())); // 本报评论员: who wrote it is not named
        String label = house ? null : label(previous, line, next);
        String kind = signature == null && label == null ? furniture.kind(previous, line, next) : null;
        boolean named = label != null || "section".equals(kind);
        Credits byline = signature != null ? signature : named ? null : byline(previous, line);
        byline = byline == null && (house || isProvenance(previous, line)) ? NAMELESS : byline;
        boolean signOff = signature != null || byline != null && isBracketed(line.tight());
        return new Cues(
                opening(head, Math.min(head.length(), line.tight().length())),
                isTimed(line.tight()),
                isSpoken(head),
                FIRST.matcher(line.tight()).lookingAt(),
                JumpLines.from(head),
                JumpLines.to(tail),
                byline,
                signOff,
                byline == null ? pictures.credit(previous, line) : null,
                label,
                words.near("note", bare(line.tight())) != null,
                pictures.isCaption(line),
                pictures.scenes(line),
                signatures.isClosing(line) || signatures.isConcluding(line) || isContact(line),
                kind);
    }

    private boolean isTimed(String tight) {
        String time = words.startOf("time", tight, 0);
        return time != null && tight.startsWith(",", time.length())
                || tight.startsWith("记者从")
                || DATED.matcher(cut(tight, REACH)).find();
    }

    /** Whether a text names its day or its reporter as early as news does: 7月19日, 昨天, 记者从…获悉. */
    boolean isNewsLead(String tight) {
        String lead = cut(tight, REACH / 2);
        return DAY.matcher(lead).find() || words.count("time", lead) > 0 || words.count("reporter", lead) > 0;
    }

    private boolean isSpoken(String head) {
        Matcher clause = CLAUSE.matcher(head);
        return clause.lookingAt() && words.endOf("says", clause.group(1)) != null;
    }

    /** 咨询电话：0000-1234567: whom to turn to, at the end of a notice. */
    private boolean isContact(Printed line) {
        String tight = line.tight();
        String contact = words.startOf("contact", tight, 0);
        return contact != null && tight.startsWith(":", contact.length()) || line.width() <= REACH && isOffer(tight);
    }

    /** Whether the text gives a telephone number: 福记家具 订购热线：0000-1234567. */
    boolean isOffer(String tight) {
        Matcher number = TELEPHONE.matcher(tight);
        while (number.find()) {
            String before = tight.substring(Math.max(0, number.start() - REACH / 4), number.start());
            if (words.endOf("contact", before.endsWith(":") ? before.substring(0, before.length() - 1) : before)
                    != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text speaks as advertisements do: 厂家直销 全场59元起. One such word a report may hold as well. */
    boolean isPraise(String tight) {
        return words.count("advertised", tight) >= 2;
    }

    private static String head(Printed line, Printed next) {
        String own = cut(line.tight(), REACH);
        return next != null && !next.apart() && own.length() < REACH / 2 && line.width() < REACH / 2
                ? own + cut(next.tight(), REACH / 2)
                : own;
    }

    private static String tail(Printed previous, Printed line) {
        String own = line.tight().substring(Math.max(0, line.tight().length() - REACH));
        if (previous == null || line.apart() || own.length() >= REACH / 4) {
            return own;
        }
        String before = previous.tight();
        return before.substring(Math.max(0, before.length() - REACH / 4)) + own;
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    /** @param own how much of the head stands on the line itself */
    private String opening(String head, int own) {
        String term = words.startOf("opening", head, isBracket(head) ? 1 : 0);
        if (term != null) {
            return term;
        }
        String note = words.startOf("note", head, 0);
        if (note != null && head.startsWith(":", note.length())) {
            return note;
        }
        boolean over = words.startOf("opening", head.substring(own), 0) != null; // 本报报道引起关注 / 本报讯…
        if (!over
                && (PLACED_OPENING.matcher(head).find()
                        || BRACKETED_OPENING.matcher(head).find())) {
            return "本报…讯";
        }
        Matcher named = NAMED_OPENING.matcher(head);
        if (named.find() && named.end() <= own) {
            return "…报讯";
        }
        if (MISREAD_OPENING.matcher(head).find()) {
            return "本报讯, one character misread";
        }
        if (BYLINE_OPENING.matcher(head).find()
                || REPORTED_OPENING.matcher(head).find()) {
            return "（记者 …）";
        }
        Datelines.Reading filed = Datelines.read(head, head, words);
        return filed == null ? null : "据" + filed.agency() + "电";
    }

    private Credits byline(Printed previous, Printed line) {
        if (line.width() > 60 || line.tight().length() < 2 || LineClassifier.stops(line.tight()) > 0) {
            return null;
        }
        Credits byline = namesOf(previous, line);
        return byline == null || pictures.endsCredit(previous, line) ? null : byline;
    }

    private Credits namesOf(Printed previous, Printed line) {
        Matcher author = AUTHOR.matcher(line.text());
        if (author.matches() && bylines.hasSurname(Folding.fold(author.group(1))) && isPost(author.group(2))) {
            return new Credits(List.of(author.group(1)), List.of(), true);
        }
        Credits credits = bylines.parse(line.text(), line.folded());
        if (credits == null
                || credits.isEmpty()
                || words.startOf("opening", line.tight(), 0) != null
                || MISREAD_OPENING.matcher(line.tight()).find()) {
            return null;
        }
        boolean poet = previous != null
                && (words.count("poem", previous.tight()) > 0
                        || previous.line().markup().isHeading()
                                && !line.line().markup().isHeading());
        if (credits.names().anyMatch(words.terms("notice")::contains)) {
            return null;
        }
        boolean marked = poet || Bylines.isMarked(line.folded());
        boolean penName = PEN_NAME.matcher(line.tight()).matches();
        boolean names =
                Glyphs.tight(line.folded()).length() < line.folded().strip().length()
                        || credits.names().anyMatch(name -> bylines.hasSurname(Folding.fold(name)));
        if (credits.stated() && names || penName || marked && line.width() <= 30 && allNames(credits)) {
            return credits;
        }
        boolean signed = isBracketed(line.tight()) && line.tight().length() <= 18 && allNames(credits);
        return signed ? credits : null;
    }

    /**
     * Where a text was taken from, or what its author is: under the headline 来源：云汀日报, at the end in brackets
     * （原载《云汀文艺》）, （作者系云汀市作家协会会员）.
     */
    private boolean isProvenance(Printed previous, Printed line) {
        if (previous == null || line.width() > REACH) {
            return false;
        }
        if (previous.ended()) {
            return isBracketed(line.tight()) && words.startOf("provenance", line.tight(), 1) != null;
        }
        String source = words.startOf("source", line.tight(), 0);
        return source != null && line.tight().startsWith(":", source.length()) && !line.ended();
    }

    private boolean isPost(String printed) {
        return words.endOf("post", Folding.fold(printed)) != null;
    }

    private boolean allNames(Credits credits) {
        return credits.reporters().stream().allMatch(name -> bylines.hasSurname(Folding.fold(name)));
    }

    /** 延伸报道>>>, the name of a column in heavy brackets, 【百工谱】, or over a headline: 云江夜话. */
    private String label(Printed previous, Printed line, Printed next) {
        Matcher column = COLUMN_NAME.matcher(line.tight());
        boolean marked = column.matches()
                && !column.group(1).equals(line.tight())
                && !SPACED_NAME.matcher(line.folded()).matches();
        String bare = bare(line.tight());
        return marked ? column.group(1) : isColumn(previous, line, next) ? bare : words.near("label", bare);
    }

    /** Whether few characters that end as the names of columns do stand over what can be a headline. */
    private boolean isColumn(Printed previous, Printed line, Printed next) {
        return isColumnName(line.tight())
                && !line.ended()
                && !line.endsInPause()
                && (previous == null || line.apart() || previous.ended())
                && next != null
                && !next.ended()
                && !next.endsInPause()
                && next.width() <= REACH;
    }

    /** Whether the line says who is seen at what, as the words to a picture do. */
    boolean isPortrait(Printed line) {
        return pictures.isPortrait(line);
    }

    /** Without the marks around a label: 延伸报道>>>, 【链接】, ▲短评. */
    static String bare(String tight) {
        int from = 0;
        int to = tight.length();
        while (from < to && !Character.isLetterOrDigit(tight.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(tight.charAt(to - 1))) {
            to--;
        }
        return tight.substring(from, to);
    }

    static boolean isBracket(String tight) {
        return !tight.isEmpty() && Glyphs.isOpener(tight.charAt(0));
    }

    private static boolean isBracketed(String tight) {
        return isBracket(tight) && Glyphs.isCloser(tight.charAt(tight.length() - 1));
    }

    /** Whether the line is the slogan of a campaign, or one of its lines: 学习贯彻…精神. */
    boolean isSlogan(Printed line) {
        return slogans.isSlogan(line.folded());
    }

    /** Whether the lines are the slogan of a campaign. */
    boolean isSlogan(Piece heading) {
        return slogans.isSlogan(heading.folded());
    }

    /** Whether the lines are the name of a campaign, and no headline. */
    boolean isCampaign(Piece heading) {
        return slogans.isBanner(heading.folded());
    }

    /** Whether the text is a short one that ends as the names of columns do: 云江夜话. */
    boolean isColumnName(String tight) {
        String bare = bare(tight);
        return bare.length() <= LONGEST_COLUMN && words.endOf("column.end", bare) != null;
    }

    /** Whether the line signs the slogan of a public-service advertisement: 云汀市文明办 宣. */
    boolean isProclamation(Printed line) {
        return furniture.isProclamation(line);
    }

    /** Whether the text is the name of an editor's note: 编者按. */
    boolean isNote(String tight) {
        return words.has("note", tight);
    }

    /** Whether the title says that several poems, or those of one sort, follow: 汀江（外一首）, 诗二首. */
    boolean isPoems(String tight) {
        return words.count("poem", tight) > 0;
    }

    /** Whether the text is the title of a notice: 遗失声明. */
    boolean isNotice(String tight) {
        return words.isNotice(tight);
    }

    /** Whether the text is a name for news in brief: 简明新闻. */
    boolean isBriefs(String tight) {
        String bare = bare(tight);
        return bare.length() <= LONGEST_COLUMN && words.endOf("brief", bare) != null;
    }

    /** Whether each phrase says who took part in what a headline tells: 江一鸣讲话 林国栋主持. */
    boolean isAttendance(String folded) {
        return Arrays.stream(folded.strip().split(" +"))
                .allMatch(phrase ->
                        phrase.length() > 3 && phrase.length() <= REACH / 2 && words.endOf("attends", phrase) != null);
    }

    /** Whether the text ends where somebody begins to speak: …会议强调. */
    boolean isSpeech(String tight) {
        return tight.length() > 5 && words.endOf("speech", tight) != null;
    }

    /** Marks that a list of intertitles is numbered: 一、 （二） 3. 第一、 一问： 误区二：. */
    boolean isNumbered(String tight) {
        String counted = words.startOf("serial", tight, 0);
        return NUMBERED.matcher(cut(tight, 8)).find()
                || counted != null
                        && COUNT.matcher(tight.substring(counted.length())).lookingAt();
    }

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:第?[一二三四五六七八九十]{1,3}(?:[、.:,]|问:)|\\([一二三四五六七八九十0-9]{1,3}\\)|[0-9]{1,2}[、.](?![0-9])|[①-⑳])");

    private static final Pattern COUNT = Pattern.compile("[一二三四五六七八九十0-9]{1,2}[: ]");
}
