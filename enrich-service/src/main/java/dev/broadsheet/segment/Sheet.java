package dev.broadsheet.segment;

import java.time.LocalDate;

/**
 * A printed page within a file; most files hold one.
 *
 * @param firstLine number of its first line
 * @param publication the newspaper's name; null where neither the sender nor the page tells
 * @param issueDate date of its issue; null where neither the sender nor the page tells
 * @param label its page number; null where neither the sender nor the page tells
 */
public record Sheet(int firstLine, String publication, LocalDate issueDate, String label) {}
