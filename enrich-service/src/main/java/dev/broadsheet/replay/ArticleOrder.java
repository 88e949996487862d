package dev.broadsheet.replay;

import java.util.Comparator;

/** Orders article ids as a reader counts: .../1/9 before .../1/10. */
final class ArticleOrder {

    static final Comparator<String> BY_ID =
            Comparator.comparing(ArticleOrder::page).thenComparing(ArticleOrder::number);

    private ArticleOrder() {}

    private static String page(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    private static String number(String id) {
        return "%12s".formatted(id.substring(id.lastIndexOf('/') + 1));
    }
}
