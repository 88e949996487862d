package dev.broadsheet.segment;

import java.util.regex.Pattern;

/** Tells the lines in which a newspaper says who made it, who publishes it, and how to reach and read it. */
final class Imprints {

    private static final int SHORT = 24;

    /** 本报助学热线 0000-1234567, 云汀晚报新闻热线 0000-1234567 */
    private static final Pattern HOTLINE = Pattern.compile("(\\p{IsHan}{0,12})(?:热线|电话):?[0-9-]{5,16}");

    /** E-mail：news@yunting.example, 云汀新闻网 www.yunting.example */
    private static final Pattern ADDRESS = Pattern.compile("E-?mail[:.]?[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{3,40}"
            + "|(?:\\p{IsHan}{1,8}网站?:?)?(?:https?://|www\\.)[A-Za-z0-9./_-]{3,60}");

    /** What follows 邮发代号 or 刊号: figures and Latin letters. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,2}[0-9][0-9A-Z/-]{2,16}");

    private static final Pattern OF_PAGE =
            Pattern.compile("\\(?本版(?:图片|照片|摄影|稿件|文字|图文|文图|图)\\p{IsHan}{0,16}(?:摄|摄影|提供|供图|撰写|采写)\\)?");

    /** The marks before the entries of a list. */
    private static final Pattern MARKS = Pattern.compile("[□■●○◎◆◇▲]");

    private final Vocabulary words;
    private final HeaderLines headers;

    Imprints(Vocabulary words, HeaderLines headers) {
        this.words = words;
        this.headers = headers;
    }

    /** Words of an imprint, the publisher's line, or a line that begins with who drew the page's decorations. */
    boolean isImprint(Printed previous, Printed line, Printed next, boolean numbered) {
        String tight = line.tight();
        if (line.endsInPause() || isOfSentence(line, next) || JumpLines.from(tight) != null) {
            return false; // 每逢星期六闭馆，: words of an imprint in the middle of a sentence
        }
        int imprint = words.count("imprint", tight);
        String first = words.startOf("imprint", line.folded(), 0);
        boolean listed = first != null
                && (at(line.folded(), first.length()) == ' '
                        || NUMBER.matcher(line.tight().substring(first.length()))
                                .matches());
        if (imprint >= 2
                || imprint == 1
                        && tight.indexOf('。') < 0
                        && (isNamed(tight) || numbered || listed || tight.indexOf('@') > 0)
                || isCall(line)
                || isStaff(line.folded())
                || ADDRESS.matcher(tight).matches()
                || isInvitation(previous, line)
                || isOfPage(line)) {
            return true;
        }
        if (tight.length() <= SHORT && words.endOf("publisher", tight) != null) {
            return true;
        }
        String decoration = words.startOf("decoration", tight, 0);
        if (tight.startsWith("本版") && tight.indexOf(':') > 0 && words.count("decoration", tight) > 0) {
            return true;
        }
        return decoration != null && tight.length() <= SHORT && "/:".indexOf(at(tight, decoration.length())) >= 0;
    }

    /** 逢星期三、星期六，县图书馆值班 | 馆员教孩子们装订: a line with a comma and no colon, with which the next goes on. */
    private static boolean isOfSentence(Printed line, Printed next) {
        boolean goesOn = next != null && !next.apart() && !line.ended();
        return goesOn && line.tight().indexOf(',') >= 0 && line.tight().indexOf(':') < 0;
    }

    /** 云汀晚报新闻热线 0000-1234567 爆料有奖, 有料请说 线索有奖: whom readers call with news, and what they get for it. */
    private boolean isCall(Printed line) {
        String rest = line.folded();
        int promised = 0;
        for (String reward : words.terms("reward")) {
            promised += rest.contains(reward) ? 1 : 0;
            rest = rest.replace(reward, "");
        }
        var hotline = HOTLINE.matcher(Glyphs.tight(rest));
        boolean own = hotline.matches()
                && (hotline.group(1).isEmpty() && rest.startsWith("热线")
                        || hotline.group(1).startsWith("本报")
                        || headers.beginsWithNameplate(hotline.group(1)));
        return own || promised >= 2 && line.width() <= SHORT && rest.indexOf(',') < 0 && !line.ended();
    }

    /** 主编 林一 编辑 江二 电话 0000000: the offices of those who made the page, each with a name or number after it. */
    private boolean isStaff(String folded) {
        String[] tokens = MARKS.matcher(folded).replaceAll("").split("[ /:|]+", 24);
        int offices = 0;
        boolean office = false;
        for (String token : tokens) {
            boolean named = words.has("office", token);
            if (named == office && (named || offices == 0)) {
                return false;
            }
            offices += named ? 1 : 0;
            office = named;
        }
        return offices >= 2 && !office;
    }

    /**
     * 扫码看视频, 关注“云汀发布”微信公众号, 云汀日报客户端: where else the paper can be read; not so the broken line of a
     * sentence that speaks of such things.
     */
    private boolean isInvitation(Printed previous, Printed line) {
        String tight = line.tight();
        if (tight.length() > SHORT || previous != null && !line.apart() && !previous.ended()) {
            return false;
        }
        boolean invites =
                words.startOf("invitation.start", tight, 0) != null && words.endOf("invitation.end", tight) != null;
        return invites && tight.indexOf(',') < 0
                || headers.beginsWithNameplate(tight) && words.has("invitation.end", headers.withoutNameplate(tight));
    }

    /** （本版图片均由林一摄）, 本版稿件由市文明办提供: who wrote or took what stands on the page. */
    private static boolean isOfPage(Printed line) {
        return line.width() <= SHORT && OF_PAGE.matcher(line.tight()).matches();
    }

    /** 责编：林一, 投稿邮箱：…: a word of an imprint before a colon; not so 街道：今年再添三处印刷点. */
    private boolean isNamed(String tight) {
        return words.terms("imprint").stream().anyMatch(term -> tight.contains(term + ":"));
    }

    private static char at(String tight, int i) {
        return i < tight.length() ? tight.charAt(i) : '\0';
    }
}
