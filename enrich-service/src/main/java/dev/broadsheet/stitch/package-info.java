/**
 * Stories that begin on one page and go on on another.
 *
 * <p>A front page prints the beginning of its main stories and sends the reader inside: （下转第二版）, "turn to page 2". The
 * inner page takes them up: （上接第一版）, "continued from page 1", often without a headline, often in mid-sentence. To a
 * reader this is one article, and so it is here: published under the id of its head.
 *
 * <p>Everything here is a pure function of the halves that are there.
 */
package dev.broadsheet.stitch;
