package dev.broadsheet.segment;

/** Tells the names of a paper's sections: those of the list, and short ones that end as such names do. */
final class SectionNames {

    /** The most characters of a section's own name, as before 新闻 or 副刊. */
    static final int LONGEST = 4;

    private final Vocabulary words;

    SectionNames(Vocabulary words) {
        this.words = words;
    }

    /** @param bare folded, without marks around it */
    boolean has(String bare) {
        return words.has("section", bare) || isKindOfSection(bare);
    }

    /** 体坛快讯, 本埠新闻, “5·12”特别报道: few characters that end as the names of sections do. */
    private boolean isKindOfSection(String bare) {
        String end = words.endOf("section.end", bare);
        return end != null
                && bare.length() <= end.length() + LONGEST
                && bare.chars().noneMatch(c -> Glyphs.isPause((char) c) || Glyphs.isStop((char) c));
    }
}
