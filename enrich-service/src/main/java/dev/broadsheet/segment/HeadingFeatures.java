package dev.broadsheet.segment;

import dev.broadsheet.article.Garble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What speaks for a line being part of a heading, and how much; body text is the baseline of 0. */
final class HeadingFeatures {

    private static final double LONG = 42;
    private static final double VERY_LONG = 60;
    private static final double BLOCK_WIDTH = 64;
    private static final int BLOCK_LINES = 3;

    /** The first line of a paragraph is narrower than its column by two characters, which extraction trims away. */
    private static final double INDENT = 3.6;

    private static final double REPEATED = 0.6;

    /** Width of the title of a notice, at the most; a longer line below it is its text. */
    private static final double LONGEST_TITLE = 16;

    /** 临川县：, a kicker that says where the news below comes from. */
    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{1,6}[省市县区州旗镇乡村]:");

    /** 云自然告字〔2024〕8号, （2024）云01民初88号: the number of a notice, or of the case of which it gives notice, under its title. */
    private static final Pattern NUMBER_OF_NOTICE = Pattern.compile(
            "[〔\\[(](?:19|20)[0-9]{2}[〕\\])](?:\\p{IsHan}{0,3}[0-9]{0,4}\\p{IsHan}{1,4})?第?[0-9]{1,6}号$");

    /** A letterspaced line with more characters than this share of its column is one of the text, stretched to fill it. */
    private static final double STRETCHED = 0.8;

    private static final int ROWS = 3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Furniture that a model of vision may well mark as a heading. */
    private static final Set<String> PRINTED_BY_PAPER = Set.of("header", "folio", "imprint");

    private final Weights weights;

    HeadingFeatures(Weights weights) {
        this.weights = weights;
    }

    /** Whether the folded text, of one line, ends in the number of a notice. */
    static boolean isNumberOfNotice(String tight) {
        return NUMBER_OF_NOTICE.matcher(tight).find();
    }

    double score(LineContext page, int i) {
        double score = weights.of("head.bias");
        for (String feature : features(page, i)) {
            score += weights.of(feature);
        }
        return score;
    }

    /** The names of the features that hold, as in {@code weights.txt}. */
    List<String> features(LineContext page, int i) {
        List<String> features = new ArrayList<>();
        Printed line = page.line(i);
        Cues cues = page.cues(i);
        words(line, cues, features);
        if (page.isMarked() && !line.line().markup().isHeading()) {
            features.add("head.unmarked");
        }
        shape(page, i, features);
        neighbours(page, i, features);
        return features;
    }

    private static void words(Printed line, Cues cues, List<String> features) {
        String tight = line.tight();
        char last = line.last();
        if (cues.furniture() != null && PRINTED_BY_PAPER.contains(cues.furniture())) {
            features.add("head.furniture");
        } else if (line.line().markup().isHeading()) {
            features.add("head.markup");
        }
        if (PLACE.matcher(tight).matches()) {
            features.add("head.place");
        } else if (last == '。' || Glyphs.isPause(last) || last == '…') {
            features.add("head.ends.stop");
        } else if (last == '!' || last == '?') {
            features.add(last == '!' ? "head.ends.exclaim" : "head.ends.question");
        } else if (line.ended()) {
            features.add("head.ends.stop");
        }
        String inner = tight.substring(0, Math.max(0, tight.length() - 1));
        if (inner.indexOf('。') >= 0 || inner.indexOf(';') >= 0) {
            features.add("head.inner.stop");
        }
        if (inner.indexOf(',') >= 0) {
            features.add("head.inner.comma");
        }
        int named = inner.indexOf(':');
        if (named >= 0 && inner.indexOf('、', named) != inner.lastIndexOf('、')) {
            features.add("head.inner.list");
        }
        if (isNumberOfNotice(tight)) {
            features.add("head.number");
        }
        if (tight.startsWith("——") && !line.ended()) {
            features.add("head.dash");
        }
        if (cues.label() != null || cues.note()) {
            features.add("head.label");
        }
        if (cues.begins()) {
            features.add("head.opening");
        }
        if (cues.ends()) {
            features.add("head.jump");
        }
        if (Garble.isMost(line.text())) {
            features.add("head.garbled");
        }
        if (cues.closing()) {
            features.add("head.closing");
        }
        if (cues.credit() != null || cues.byline() != null && cues.byline().stated()) {
            features.add("head.credit");
        }
        if (cues.scenes() > 0) {
            features.add("head.scene");
        }
    }

    private static void shape(LineContext page, int i, List<String> features) {
        Printed line = page.line(i);
        double width = line.width();
        if (width > LONG) {
            features.add(width > VERY_LONG ? "head.verylong" : "head.long");
        }
        if (width < 2) {
            features.add("head.tiny");
        }
        boolean row = isRow(page, i) && (i > 0 && isRow(page, i - 1) || i + 1 < page.size() && isRow(page, i + 1));
        boolean stretched = page.column(i) > 0 && line.tight().length() > page.column(i) * STRETCHED;
        boolean known = page.cues(i).furniture() != null; // imprints and names of sections are spaced, too
        if (!known && isLetterspaced(line.folded())) {
            features.add(stretched ? "head.stretched" : "head.letterspaced");
        } else if (!known && !(row && isAmongText(page, i)) && hasPhrases(line.folded())) {
            features.add("head.phrases");
        }
        if (row) {
            features.add("head.row");
        }
        boolean open = isOpen(line);
        boolean block = page.blockLines(i) <= BLOCK_LINES
                && page.blockWidth(i) <= BLOCK_WIDTH
                && isOpen(page.line(page.blockLast(i)));
        if (block && hasComma(page, i)) {
            features.add("head.block.comma");
        } else if (block) {
            features.add(page.isFramed(i) ? "head.block" : "head.part");
        }
        if (!line.line().markup().isHeading()) {
            if (page.blockLines(i) > BLOCK_LINES + 1) {
                boolean below = i > 0 && !line.apart() && page.line(i - 1).ended();
                features.add(below ? "head.deep.after.end" : "head.deep");
            } else if (!isOpen(page.line(page.blockLast(i))) && page.blockLines(i) > 1) {
                features.add("head.ended.block");
            }
        }
        if (open && block && page.column(i) == 0 && hasComma(page, i) && isBetweenParagraphs(page, i)) {
            features.add("head.between");
        }
        if (block && page.isFramed(i) && page.blockLines(i) == 1 && isQuotation(line.tight())) {
            features.add("head.quotation");
        }
        if (open && width <= BLOCK_WIDTH / 3 && beginsAfterEnd(page, i) && isOverList(page, i)) {
            features.add("head.over.list");
        }
        if (open
                && page.blockLast(i) == page.size() - 1
                && page.column(i) > 0
                && i > 0
                && page.line(i - 1).ended()) {
            features.add("head.last");
        }
        if (open && isUnindented(page, i)) {
            features.add("head.unindented");
        }
        double column = page.column(i);
        if (column == 0 && open && width <= LONG && !page.isSpaced()) {
            features.add("head.apart");
        }
        if (column > 0 && open && width < Math.min(column * 0.8, column - INDENT)) {
            features.add("head.narrow");
        }
        if (open && !stretched && page.overflows(i)) {
            features.add("head.wide");
        }
        boolean plain = !line.line().markup().isHeading() && !hasPhrases(line.folded());
        if (column > 0 && open && plain && width <= column + 0.5 && page.fills(i) && page.fills(page.blockLast(i))) {
            features.add(!beginsAfterEnd(page, i) ? "head.fills" : "head.fills.after.end");
        }
    }

    /** Whether the line, the first or second of its block, lacks the indent with which the paragraph below it begins. */
    private static boolean isUnindented(LineContext page, int i) {
        return page.isIndented()
                && page.line(i).indent() < 1
                && i > 0
                && (page.line(i).apart() || page.line(i - 1).apart())
                && i + 1 < page.size()
                && page.line(i + 1).apart()
                && page.line(i + 1).indent() >= 1;
    }

    /** Whether the line ends as headings end: in no full stop and no pause, though perhaps in a question. */
    private static boolean isOpen(Printed line) {
        boolean asks = line.last() == '?';
        return PLACE.matcher(line.tight()).matches() || asks || !line.ended() && !line.endsInPause();
    }

    /** A short clause alone between paragraphs that end as sentences do, where each paragraph is one line. */
    private static boolean isBetweenParagraphs(LineContext page, int i) {
        return page.isSpaced()
                && page.blockLines(i) == 1
                && page.line(i).width() <= BLOCK_WIDTH / 3
                && i > 0
                && page.line(i - 1).ended()
                && i + 1 < page.size()
                && (page.line(i + 1).ended() || page.line(i + 1).width() > BLOCK_WIDTH);
    }

    /** Whether the line opens a block of rows, as the title of a programme or a notice with its particulars does. */
    private static boolean isOverList(LineContext page, int i) {
        if (i + ROWS >= page.size() || isRow(page, i)) {
            return false;
        }
        for (int j = i + 1; j <= i + ROWS; j++) {
            if (!isRow(page, j)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing that the paper prints of itself stands next to the line, which often has the form of a row. */
    private static boolean isAmongText(LineContext page, int i) {
        return (i == 0 || page.cues(i - 1).furniture() == null)
                && (i + 1 == page.size() || page.cues(i + 1).furniture() == null);
    }

    /** A row of a list; 编辑同志：… has the form of one, but begins a story. */
    private static boolean isRow(LineContext page, int i) {
        return !page.cues(i).begins() && Lists.isRow(page.line(i));
    }

    /** Whether the block stands after a finished sentence, so that it need not be the rest of one. */
    private static boolean beginsAfterEnd(LineContext page, int i) {
        int before = page.blockFirst(i) - 1;
        return before < 0
                || page.line(before).ended()
                || page.cues(before).ends()
                || page.cues(before).furniture() != null
                || page.cues(before).credit() != null
                || page.cues(before).byline() != null;
    }

    /** “街干净了，我心里就亮堂”: nothing but what somebody said, without a full stop. */
    private static boolean isQuotation(String tight) {
        int close = tight.length() - 1;
        return close > 2
                && tight.charAt(0) == '“'
                && tight.indexOf('”') == close
                && tight.indexOf('“', 1) < 0
                && !Glyphs.isStop(tight.charAt(close - 1));
    }

    private static boolean hasComma(LineContext page, int i) {
        for (int j = page.blockFirst(i); j <= page.blockLast(i); j++) {
            if (page.line(j).tight().indexOf(',') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** 遗失声明, 招聘启事: the title of a notice at the beginning of a block, over the text that it always has. */
    private static boolean isNoticeTitle(LineContext page, int i) {
        Printed line = page.line(i);
        return line.width() <= LONGEST_TITLE
                && page.blockFirst(i) == i
                && !page.cues(i).closing()
                && (line.apart() || !page.fills(i))
                && i + 1 < page.size()
                && Vocabulary.STANDARD.isNotice(line.tight());
    }

    private static void neighbours(LineContext page, int i, List<String> features) {
        for (int j = i + 1; j < page.size() && j <= i + 3; j++) {
            if (opens(page.cues(j))) {
                features.add("head.before.opening");
                break;
            }
        }
        int last = page.blockLast(i);
        if (isNoticeTitle(page, i)) {
            features.add("head.notice");
        } else if (i > 0 && page.line(i).width() > LONGEST_TITLE && isNoticeTitle(page, i - 1)) {
            features.add("head.under.notice");
        }
        if (WordJoins.isBound(page.line(last).tight())) {
            features.add("head.ends.bound");
        }
        if (last + 1 < page.size() && !page.line(last).ended() && opens(page.cues(last + 1))) {
            features.add("head.meets.opening");
        }
        if (last + 1 < page.size()
                && !page.line(i).line().markup().isHeading()
                && page.isSpaced()
                && (page.column(i) > 0 || page.line(i).width() > 20)
                && page.joins(last + 1) > WordJoins.BROKEN_WORD) {
            features.add("head.flows.on");
        }
        if (meetsMarked(page, i)) {
            features.add("head.beside.marked");
        }
        if (i + 1 < page.size() && page.beginsClause(i + 1)) {
            features.add(page.cues(i + 1).first() ? "head.over.numbered" : "head.before.timed");
        }
        if (Repetition.share(page, i) >= REPEATED) {
            features.add("head.repeated");
        }
        if (i > 0 && page.cues(i - 1).label() != null) {
            features.add("head.after.label");
        }
        if (i > 0 && (page.cues(i - 1).ends() || page.cues(i - 1).signOff())) {
            features.add("head.after.ending");
        }
    }

    /** A clause without a mark of its own above or below a heading that has one: its kicker or subheadline. */
    private static boolean meetsMarked(LineContext page, int i) {
        return !page.line(i).line().markup().isHeading()
                && page.line(i).width() <= LONG
                && page.blockLines(i) == 1
                && isOpen(page.line(i))
                && (isMarked(page, i - 1) || isMarked(page, i + 1));
    }

    private static boolean isMarked(LineContext page, int i) {
        return i >= 0 && i < page.size() && page.line(i).line().markup().isHeading();
    }

    private static boolean opens(Cues cues) {
        return cues.begins() || cues.byline() != null && !cues.signOff();
    }

    /** 绘 就 新 画 卷: a headline spaced out to the width of its column. */
    static boolean isLetterspaced(String folded) {
        int single = 0;
        int others = 0;
        for (String token : SPACES.split(folded)) {
            single += token.length() == 1 && Glyphs.isHan(token.charAt(0)) ? 1 : 0;
            others += token.length() > 1 ? 1 : 0;
        }
        return single >= 3 && others == 0;
    }

    /** 数字赋能 助力一线: phrases parted by a blank instead of a comma, as only headings do. */
    static boolean hasPhrases(String folded) {
        int phrases = 0;
        for (String token : SPACES.split(folded)) {
            int han = 0;
            for (int i = 0; i < token.length(); i++) {
                han += Glyphs.isHan(token.charAt(i)) ? 1 : 0;
            }
            boolean open = token.isEmpty()
                    || Character.isDigit(token.charAt(0))
                    || Character.isDigit(token.charAt(token.length() - 1));
            if (han < 2 || open || token.indexOf(',') >= 0 || token.indexOf('。') >= 0) {
                return false;
            }
            phrases++;
        }
        return phrases >= 2;
    }
}
