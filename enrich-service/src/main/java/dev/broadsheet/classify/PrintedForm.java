package dev.broadsheet.classify;

import dev.broadsheet.article.Folding;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An article as genre signs are looked up in it: folded, without spaces (编 者 按 is 编者按), straight quotes, and never
 * more of the body than decides.
 *
 * @param titles kicker, headline and subheadline, those present
 * @param headline empty where there is none
 * @param byline the byline lines, joined
 * @param body the text of the body, cut to {@link #READ} characters
 * @param tail the last characters of the body, where credits stand
 * @param length length of the whole body in characters
 * @param intertitles how many the body has
 */
record PrintedForm(
        List<String> titles,
        String headline,
        String byline,
        String body,
        String tail,
        int length,
        int intertitles,
        boolean continuation) {

    /** Signs of genre show early; what follows this many characters is not read. */
    private static final int READ = 4000;

    private static final int TAIL = 40;

    static PrintedForm of(Article article) {
        String whole = article.getBody().stream().map(BodyBlock::getText).collect(Collectors.joining("\n"));
        String tail = squeeze(whole.substring(Math.max(0, whole.length() - TAIL)));
        List<String> titles = Stream.of(article.getKicker(), article.getHeadline(), article.getSubheadline())
                .filter(title -> title != null && !title.isBlank())
                .map(PrintedForm::squeeze)
                .toList();
        return new PrintedForm(
                titles,
                article.getHeadline() == null ? "" : squeeze(article.getHeadline()),
                squeeze(String.join("", article.getByline())),
                squeeze(whole.substring(0, Math.min(READ, whole.length()))),
                tail,
                whole.length(),
                (int) article.getBody().stream()
                        .filter(block -> block.getType() == BlockType.intertitle)
                        .count(),
                article.getContinuedFrom() != null);
    }

    /** The first characters of the body. */
    String opening(int length) {
        return body.substring(0, Math.min(length, body.length()));
    }

    /** Whether a line names the writer; a picture credit does not. */
    boolean hasByline() {
        return !byline.isEmpty() && byline.indexOf('摄') < 0 && byline.indexOf('图') < 0 || byline.contains("文");
    }

    /** How often the body has these words. */
    int countOf(String words) {
        int count = 0;
        for (int at = body.indexOf(words); at >= 0; at = body.indexOf(words, at + words.length())) {
            count++;
        }
        return count;
    }

    /** Titles and byline in one string, apart. */
    String allTitles() {
        return String.join("\n", titles) + "\n" + byline;
    }

    private static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Folding.fold(text.charAt(i));
            switch (c) {
                case ' ', '\n', '#', '*' -> {}
                case '“', '”', '「', '」', '『', '』' -> squeezed.append('"');
                default -> squeezed.append(c);
            }
        }
        return squeezed.toString();
    }
}
