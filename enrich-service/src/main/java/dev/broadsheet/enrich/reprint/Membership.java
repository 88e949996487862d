package dev.broadsheet.enrich.reprint;

/**
 * What an article's reprint cluster is now.
 *
 * @param article id of the article
 * @param cluster id of the cluster's first published article; null where the article tells the same text as no other
 * @param similarity share of the shorter text found in the other, with the most similar one; 0 where cluster is null
 */
public record Membership(String article, String cluster, double similarity) {}
