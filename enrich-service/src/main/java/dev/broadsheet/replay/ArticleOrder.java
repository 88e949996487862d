package dev.broadsheet.replay;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Orders article ids as a reader leafs: issue by issue, page 2 before page 10, article 9 before article 10. */
public final class ArticleOrder {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int WIDTH = 20;

    /** The order, which takes any text. */
    public static final Comparator<String> BY_ID =
            Comparator.comparing(ArticleOrder::padded).thenComparing(Comparator.naturalOrder());

    private ArticleOrder() {}

    /** Digits filled up with zeros to one width, so that texts compare as their numbers do. */
    private static String padded(String id) {
        return DIGITS.matcher(id)
                .replaceAll(
                        number -> "0".repeat(Math.max(0, WIDTH - number.group().length())) + number.group());
    }
}
