/**
 * Amounts as newspapers write them: 6.85亿元, 300余人, 近百家企业, 三成, 五分之一, 13 000 多台.
 *
 * <p>{@link dev.broadsheet.enrich.quantity.NumberReader} reads the number, {@link dev.broadsheet.enrich.quantity.Units} the
 * unit behind it, and {@link dev.broadsheet.enrich.quantity.QuantityTagger} decides whether the two are an amount. A number
 * without a unit is none, so page numbers, telephone and document numbers need no rule of their own; dates are told by the
 * date tagger and left to it. Units and the words for "about" stand in {@code units.txt} and {@code approximations.txt}.
 *
 * <p>A range (3至5万元) is published by its lower bound and as approximate: the text tells the rest.
 */
package dev.broadsheet.enrich.quantity;
