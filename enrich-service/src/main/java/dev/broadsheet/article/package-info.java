/**
 * What every part of the text domain says of an article's text: {@link dev.broadsheet.article.ArticleText} and the offsets in
 * it, foldings of width and script that keep every offset where it is, and what of it is garbled.
 */
package dev.broadsheet.article;
