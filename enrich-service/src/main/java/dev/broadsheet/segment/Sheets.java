package dev.broadsheet.segment;

import dev.broadsheet.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the printed pages in a file: a new one begins at a form feed, and at a header with another date or page number than
 * the header before. The sender's word counts for the first one; the others are what their headers say, and of the same paper
 * and day as the one before where these say nothing.
 */
final class Sheets {

    private final HeaderLines headers;
    private final Predicate<Printed> isHeader;
    private final List<Sheet> found = new ArrayList<>();
    private Sheet sheet;
    private PageHeader printed = PageHeader.NONE;

    private Sheets(HeaderLines headers, Predicate<Printed> isHeader, Sheet first) {
        this.headers = headers;
        this.isHeader = isHeader;
        this.sheet = first;
    }

    /**
     * The printed pages of a file, from the first; at least one.
     *
     * @param lines the printed lines, at least one
     * @param isHeader whether the paper prints the line of itself, on this page and no other
     */
    static List<Sheet> of(Page page, List<Printed> lines, HeaderLines headers, Predicate<Printed> isHeader) {
        int first = lines.get(0).number();
        Sheet sent = new Sheet(first, page.publication(), page.issueDate(), page.label());
        Sheets sheets = new Sheets(headers, isHeader, sent);
        int next;
        for (int i = 0; i < lines.size(); i = next) {
            next = sheets.endOfBlock(lines, i);
            if (lines.get(i).opensPage() && i > 0) {
                sheets.open(lines.get(i).number());
            }
            sheets.read(lines.subList(i, next), i == 0 || lines.get(i).opensPage());
        }
        sheets.close();
        return List.copyOf(sheets.found);
    }

    /** The sheet on which a line stands. */
    static Sheet at(List<Sheet> sheets, int line) {
        Sheet at = sheets.get(0);
        for (Sheet sheet : sheets) {
            at = sheet.firstLine() <= line ? sheet : at;
        }
        return at;
    }

    /** Such lines that stand together are one header: 云汀日报 over 2024年3月12日 over 第2版. */
    private int endOfBlock(List<Printed> lines, int from) {
        int to = from + 1;
        while (isHeader.test(lines.get(from))
                && to < lines.size()
                && isHeader.test(lines.get(to))
                && !lines.get(to).opensPage()) {
            to++;
        }
        return to;
    }

    /** @param top whether the block stands at the top of a page, where a date is the page's though nothing else says so */
    private void read(List<Printed> block, boolean top) {
        if (!isHeader.test(block.get(0)) || !top && block.stream().allMatch(Sheets::isBareDate)) {
            return;
        }
        PageHeader header = headers.read(block);
        if (header.isTelling() && printed.isOfAnotherPage(header)) {
            open(block.get(0).number());
        }
        printed = printed.and(header);
    }

    /** Whether the line is a date, or a rule over or under one: the date of a notice looks no different. */
    private static boolean isBareDate(Printed line) {
        return IssueDates.isDate(line.tight()) || Glyphs.letters(line.tight()).isEmpty();
    }

    private void open(int firstLine) {
        close();
        Sheet before = found.get(found.size() - 1);
        sheet = new Sheet(firstLine, before.publication(), before.issueDate(), null);
        printed = PageHeader.NONE;
    }

    private void close() {
        boolean later = !found.isEmpty();
        PageHeader sent = new PageHeader(sheet.publication(), sheet.issueDate(), sheet.label());
        PageHeader told = later ? printed.and(sent) : sent.and(printed);
        found.add(new Sheet(sheet.firstLine(), told.publication(), told.issueDate(), told.label()));
    }
}
