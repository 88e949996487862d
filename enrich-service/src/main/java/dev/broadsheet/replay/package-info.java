/**
 * Reprocessing the archive. A replay sends pages from {@code broadsheet.pages} to {@code broadsheet.pages.replay}, where
 * the running pipeline takes them up beside live pages; {@link dev.broadsheet.replay.Replay} does that, at a bounded rate
 * and resumable. A dry run computes the same articles without Kafka and compares them with those that are published.
 * {@link dev.broadsheet.replay.ReplayReport} says what changed, as text or as an HTML page.
 */
package dev.broadsheet.replay;
