package dev.broadsheet.classify;

import java.util.Locale;
import java.util.Optional;

/**
 * What kind of piece an article is, with its term in IPTC's Genre NewsCodes (http://cv.iptc.org/newscodes/genre/,
 * release 2024-02-13) where there is one.
 */
public enum Genre {
    /** A report of what happened: 消息. IPTC "Current": events taking place at the time of the report. */
    NEWS("Current"),
    /** Told at length, with scenes and voices: 通讯, 特写, 侧记, 系列报道. */
    FEATURE("Feature"),
    /** A few lines: 简讯. IPTC "Synopsis": a condensed version of a single news item. */
    BRIEF("Synopsis"),
    /** A picture with its own headline and caption: 图片新闻. IPTC has no genre for it; it is a kind of item there. */
    PHOTO(null),
    /** The paper on its own work: 编者按, 开栏的话. IPTC "Behind the Story": how and why a story was reported. */
    EDITORS_NOTE("Behind_the_Story"),
    /** The view of its author or of the paper: 社论, 评论员文章, 时评. */
    OPINION("Opinion"),
    /** An office or a firm makes something known: 公告, 启事. IPTC "Press Release": information given to the paper. */
    NOTICE("Press_Release"),
    /** Space that somebody paid for. */
    ADVERTISEMENT("Advertiser_Supplied");

    private final String iptc;

    Genre(String iptc) {
        this.iptc = iptc;
    }

    /** The value of the article's genre field: news, feature, brief, photo, editors-note … */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code in IPTC's Genre NewsCodes, without the genre: prefix; empty where IPTC has none. */
    public Optional<String> iptc() {
        return Optional.ofNullable(iptc);
    }
}
