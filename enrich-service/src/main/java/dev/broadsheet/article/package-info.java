/**
 * What every part of the text domain says of an article's text: {@link dev.broadsheet.article.ArticleText} and the offsets in
 * it, and foldings of width and script that keep every offset where it is.
 */
package dev.broadsheet.article;
