package dev.broadsheet.id;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identity of a newspaper page: {@code minhai-daily/2024-07-21/1}.
 *
 * @param publication slug of the newspaper: lower-case ASCII letters, digits and inner hyphens, at most 64
 * @param issueDate date of the issue; null where it is unknown, written as {@code undated}
 * @param page label of the page within its issue, at most 255 characters, without slashes or control characters; for
 *     an undated page it carries the source's name, so that two pages never share an id by accident
 */
public record PageId(String publication, LocalDate issueDate, String page) {

    /** Stands in the place of the date where the date is unknown. */
    public static final String UNDATED = "undated";

    private static final int MAX_SLUG = 64;
    private static final int MAX_LABEL = 255;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @throws IllegalArgumentException saying which part is wrong and what it may hold */
    public PageId {
        requireSlug(publication);
        requireLabel(page);
        if (issueDate != null && (issueDate.getYear() < 1 || issueDate.getYear() > 9999)) {
            throw new IllegalArgumentException("issue date " + issueDate + " is not a date of four-digit year");
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when the text is no page id
     */
    public static PageId parse(String text) {
        Objects.requireNonNull(text, "page id");
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + shorten(text)
                    + "' is no page id: expected publication/date/page, such as minhai-daily/2024-07-21/1");
        }
        return new PageId(parts[0], parseDate(parts[1]), parts[2]);
    }

    /**
     * Key of the issue to which the page belongs, {@code minhai-daily/2024-07-21}. An undated page is an issue of its own, under
     * its own id.
     */
    public String issue() {
        return issueDate == null ? toString() : publication + "/" + issueDate;
    }

    @Override
    public String toString() {
        return publication + "/" + (issueDate == null ? UNDATED : issueDate) + "/" + page;
    }

    private static LocalDate parseDate(String text) {
        if (text.equals(UNDATED)) {
            return null;
        }
        if (DATE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw badDate(text, e);
            }
        }
        throw badDate(text, null);
    }

    private static IllegalArgumentException badDate(String text, DateTimeException cause) {
        return new IllegalArgumentException(
                "'" + shorten(text) + "' is no issue date: expected a calendar date such as 2024-07-21, or " + UNDATED,
                cause);
    }

    private static void requireSlug(String slug) {
        if (slug == null || slug.length() > MAX_SLUG || !SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("publication '" + shorten(slug)
                    + "' is no slug: expected lower-case letters, digits and inner hyphens, at most " + MAX_SLUG
                    + ", such as minhai-daily");
        }
    }

    private static void requireLabel(String label) {
        boolean valid = label != null
                && !label.isBlank()
                && label.length() <= MAX_LABEL
                && label.equals(label.strip())
                && label.indexOf('/') < 0
                && label.codePoints().noneMatch(PageId::isUnprintable);
        if (!valid) {
            throw new IllegalArgumentException("page label '" + shorten(label)
                    + "' is not usable: expected 1 to " + MAX_LABEL
                    + " characters without slashes, control characters or surrounding blanks, such as 1 or A01");
        }
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String shorten(String text) {
        return text == null || text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
