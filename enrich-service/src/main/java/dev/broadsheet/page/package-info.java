/**
 * From bytes to lines. A {@link dev.broadsheet.page.Page} is the text of one newspaper page, line by line, numbered as
 * {@code cat -n} numbers them, so that everything said of an article can be traced back to the scan.
 *
 * <p>{@link dev.broadsheet.page.PageReaders} finds the encoding (byte order mark, the sender's word, or the encoding in
 * which the text reads best), removes control characters, and reads Markdown where there is any: the marks go, what
 * they meant stays with the line as its {@link dev.broadsheet.page.Markup}, the text stays whole.
 */
package dev.broadsheet.page;
