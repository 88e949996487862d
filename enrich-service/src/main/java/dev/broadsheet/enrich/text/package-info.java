/**
 * Reading text from left to right: the small tools that the scanners for dates, quantities and keywords share.
 *
 * <p>All of them read <em>folded</em> text ({@link dev.broadsheet.article.Folding}), never look back further than a few
 * characters, and never backtrack over more than one expression, so the time a text takes grows with its length and with
 * nothing else. {@link dev.broadsheet.enrich.text.Trie} looks words up, {@link dev.broadsheet.enrich.text.Numerals} reads
 * Arabic and Chinese numbers, {@link dev.broadsheet.enrich.text.ResourceLines} reads the vocabulary files a librarian
 * edits.
 */
package dev.broadsheet.enrich.text;
