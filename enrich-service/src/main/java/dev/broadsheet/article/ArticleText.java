package dev.broadsheet.article;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The text of one article, as classification and enrichment read it.
 *
 * @param kicker null where there is none
 * @param headline null where there is none
 * @param subheadline null where there is none
 * @param body paragraphs and intertitles in reading order
 * @param captions captions of the article's pictures
 */
public record ArticleText(
        String kicker, String headline, String subheadline, List<BodyBlock> body, List<String> captions) {

    public ArticleText {
        body = List.copyOf(body);
        captions = List.copyOf(captions);
    }

    /** The text of a published article. */
    public static ArticleText of(Article article) {
        return new ArticleText(
                article.getKicker(),
                article.getHeadline(),
                article.getSubheadline(),
                article.getBody(),
                article.getCaptions());
    }

    /** A text of one paragraph, for looking at single lines. */
    public static ArticleText ofLine(String line) {
        return new ArticleText(null, null, null, List.of(new BodyBlock(BlockType.paragraph, line)), List.of());
    }

    /** Kicker, headline, subheadline, body blocks and captions, those present, in this order. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        Stream.of(kicker, headline, subheadline).filter(Objects::nonNull).forEach(segments::add);
        body.forEach(block -> segments.add(block.getText()));
        segments.addAll(captions);
        return segments;
    }

    /** The segments joined by a line feed: the text in which the offsets of mentions count. */
    public String text() {
        return String.join("\n", segments());
    }
}
