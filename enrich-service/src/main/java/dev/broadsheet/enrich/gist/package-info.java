/**
 * An article in short: the phrases that tell what it is about, and a summary in its own sentences.
 *
 * <p>Both are unsupervised and read what is already known: the recognizer's words with their parts of speech and its names
 * ({@link dev.broadsheet.enrich.entity.Reading}). Nothing is ever rewritten; what is said is printed in the article.
 */
package dev.broadsheet.enrich.gist;
