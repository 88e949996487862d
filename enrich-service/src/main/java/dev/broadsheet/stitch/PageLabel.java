package dev.broadsheet.stitch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's label, so that "turn to page 2" finds page 02 and page A02. A label without a section (2) means the page of
 * that number in the section from which it is seen; one with a section (B2) means that section alone.
 *
 * @param section letters before the number, upper case; empty where there are none
 * @param number the number without leading zeros, or the whole label where it is no number
 */
record PageLabel(String section, String number) {

    private static final Pattern NUMBERED = Pattern.compile("([A-Z]{0,3})0*(\\d{1,6})");

    static PageLabel of(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(plain);
        return numbered.matches() ? new PageLabel(numbered.group(1), numbered.group(2)) : new PageLabel("", plain);
    }

    /**
     * Whether this label, printed in a jump line, means a page.
     *
     * @param from page on which the jump line stands
     * @param page page that may be meant
     */
    boolean means(PageLabel from, PageLabel page) {
        String meant = section.isEmpty() ? from.section() : section;
        boolean sameSection = meant.isEmpty() || page.section().isEmpty() || meant.equals(page.section());
        return number.equals(page.number()) && sameSection;
    }
}
