package dev.broadsheet.stitch;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BodyBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One article with a jump line, read once for all the comparisons it takes part in. */
final class Half {

    /** Longer texts are compared by their beginning only; a newspaper story is shorter. */
    private static final int MAX_COMPARED = 20_000;

    private final Article article;
    private final PageLabel page;
    private final Set<String> bigrams;

    Half(Article article) {
        this.article = article;
        this.page = PageLabel.of(article.getPage());
        this.bigrams = bigrams(ArticleText.of(article).text());
    }

    Article article() {
        return article;
    }

    Set<String> bigrams() {
        return bigrams;
    }

    boolean continues() {
        return article.getContinuedTo() != null;
    }

    boolean isContinuation() {
        return article.getContinuedFrom() != null;
    }

    /**
     * Whether the page numbers on both sides allow that {@code tail} takes this article up. The third part of a story may
     * name the page before it or the page on which the story began.
     */
    boolean mayGoOnIn(Half tail) {
        if (!continues() || !tail.isContinuation() || isOnOnePageWith(tail)) {
            return false;
        }
        PageLabel to = PageLabel.of(article.getContinuedTo());
        return to.means(page, tail.page) && (tail.names(this) || tail.namesBeginningOf(this));
    }

    /** One file may hold several printed pages. */
    private boolean isOnOnePageWith(Half other) {
        return article.getPageId().equals(other.article.getPageId())
                && article.getPage().equals(other.article.getPage());
    }

    /** Whether this continuation names the very page of {@code head}. */
    boolean names(Half head) {
        return PageLabel.of(article.getContinuedFrom()).means(page, head.page);
    }

    private boolean namesBeginningOf(Half middle) {
        return middle.isContinuation()
                && PageLabel.of(article.getContinuedFrom())
                        .number()
                        .equals(PageLabel.of(middle.article.getContinuedFrom()).number());
    }

    /** Text of the last block of the body, without the jump line; empty where there is none. */
    String ending() {
        List<BodyBlock> body = article.getBody();
        return body.isEmpty()
                ? ""
                : JumpLine.cutEnd(body.get(body.size() - 1).getText()).text();
    }

    /** Text of the first block of the body, without the jump line; empty where there is none. */
    String beginning() {
        List<BodyBlock> body = article.getBody();
        return body.isEmpty() ? "" : JumpLine.cutStart(body.get(0).getText()).text();
    }

    static Set<String> bigrams(String text) {
        int[] letters = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(MAX_COMPARED)
                .toArray();
        Set<String> bigrams = new HashSet<>();
        for (int i = 0; i + 1 < letters.length; i++) {
            bigrams.add(new String(letters, i, 2));
        }
        return bigrams;
    }
}
