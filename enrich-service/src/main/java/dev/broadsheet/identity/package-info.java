/**
 * Who is who when a page is scanned again.
 *
 * <p>A second scan of the same paper has other OCR errors, perhaps a line more, perhaps another order, perhaps a corrected
 * headline. Readers of the articles topic hold on to article ids, so an article that is still on the page must keep its
 * number, a new one must get a number that never belonged to another, and one that is gone must be known to be gone.
 *
 * <p>Articles are recognized by their text alone. A {@link dev.broadsheet.identity.Fingerprint} is a small sketch of a
 * text from which the similarity of two texts can be estimated without keeping either;
 * {@link dev.broadsheet.identity.Identities} pairs the articles of a scan with those known before, best pairs of the whole
 * page first.
 *
 * <p>Everything here is a pure function.
 */
package dev.broadsheet.identity;
