/**
 * What an article is about and what kind of piece it is.
 *
 * <p>{@link dev.broadsheet.classify.TopicClassifier} names IPTC Media Topics. It looks up the terms of {@code
 * terms/*.txt}, which a librarian can read and edit, weighs headline, lead and body apart, lets a small character
 * model trained on news titles speak where it knows the subject, and says nothing where the evidence is thin. {@link
 * dev.broadsheet.classify.TopicClassifier#explain} tells which terms decided.
 *
 * <p>{@link dev.broadsheet.classify.GenreClassifier} names the {@link dev.broadsheet.classify.Genre} from the signs by
 * which print marks it: a credit behind a single caption, 编者按 above a paragraph, a byline set apart, 启事 in a
 * headline.
 *
 * <p>Both are pure: the same article gets the same answer everywhere. What they know is in the resources of this
 * package, each with its format explained at the top.
 */
package dev.broadsheet.classify;
