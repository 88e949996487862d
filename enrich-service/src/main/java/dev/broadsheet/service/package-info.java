/**
 * The process around the topologies: its options, its start and stop, its health and metrics over HTTP.
 *
 * <p>{@link dev.broadsheet.service.EnrichService} hosts all three stages or some of them.
 * {@link dev.broadsheet.service.EnrichMain} is its command line.
 */
package dev.broadsheet.service;
