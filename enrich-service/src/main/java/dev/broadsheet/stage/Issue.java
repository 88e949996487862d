package dev.broadsheet.stage;

import dev.broadsheet.id.PageId;

/** Which pages belong together. */
public final class Issue {

    private Issue() {}

    /**
     * Key of the issue to which a page belongs: publication and date. An undated page is an issue of its own.
     *
     * @throws IllegalArgumentException when the text is no page id
     */
    public static String keyOf(String pageId) {
        PageId page = PageId.parse(pageId);
        return page.issueDate() == null ? pageId : page.publication() + "/" + page.issueDate();
    }
}
