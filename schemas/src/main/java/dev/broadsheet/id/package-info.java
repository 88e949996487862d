/**
 * The two identities of the contract, as readers of the topics see them.
 *
 * <p>A page is {@code publication/issue date/page label}; an article is its page and a number. Both are the keys of
 * Kafka records, so two texts that mean the same page must be the same text: parsing accepts exactly what
 * {@code toString()} writes.
 */
package dev.broadsheet.id;
