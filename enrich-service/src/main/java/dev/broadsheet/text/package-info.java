/**
 * Reading text from left to right: the small tools that segmentation and enrichment share.
 *
 * <p>None looks back further than a few characters or backtracks over more than one expression, so the time a text takes
 * grows with its length and with nothing else. {@link dev.broadsheet.text.Trie} looks words up,
 * {@link dev.broadsheet.text.Numerals} reads Arabic and Chinese numbers, {@link dev.broadsheet.text.ResourceLines} reads
 * the vocabulary files a librarian edits.
 */
package dev.broadsheet.text;
