package dev.broadsheet.id;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identity of an article: its page and a number that is never used again on that page,
 * {@code minhai-daily/2024-07-21/1/3}.
 *
 * @param page the page on which the article starts
 * @param number 1 or more
 */
public record ArticleId(PageId page, int number) {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /** @throws IllegalArgumentException when the number is not positive */
    public ArticleId {
        Objects.requireNonNull(page, "page");
        if (number < 1) {
            throw new IllegalArgumentException("article number " + number + " is not positive");
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when the text is no article id
     */
    public static ArticleId parse(String text) {
        Objects.requireNonNull(text, "article id");
        int slash = text.lastIndexOf('/');
        String number = text.substring(slash + 1);
        if (slash < 0 || !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no article id: expected page id/number, such as minhai-daily/2024-07-21/1/3");
        }
        return new ArticleId(PageId.parse(text.substring(0, slash)), Integer.parseInt(number));
    }

    @Override
    public String toString() {
        return page + "/" + number;
    }
}
