/**
 * What an article's text tells beside its topics: {@link dev.broadsheet.enrich.Enricher} reads it once and hands it to the
 * recognizer of people, organizations and places, and to the taggers of dates and quantities; keywords, summary, language
 * and the garbled share follow from the same reading. Every mention keeps its place in the text. Reprints, which need more
 * than one article, are in a package of their own.
 */
package dev.broadsheet.enrich;
