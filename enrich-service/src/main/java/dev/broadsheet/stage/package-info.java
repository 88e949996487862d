/**
 * The stages of the pipeline as pure functions of Avro records: segment, classify, enrich, and the two desks that need a
 * memory, for issues and for reprints, which get it handed in. The topologies, {@code extract}, dry runs and tests all run this
 * code; only where the memory lies differs.
 */
package dev.broadsheet.stage;
