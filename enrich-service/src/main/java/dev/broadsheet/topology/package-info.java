/**
 * How the text domain runs on Kafka Streams.
 *
 * <p>Three topologies, each an application of its own, joined by topics:
 *
 * <ol>
 *   <li>{@link dev.broadsheet.topology.SegmentTopology}: pages become articles. Segmenting needs no state; then pages are
 *       repartitioned by issue, and one stateful step, the issue desk, gives ids, stitches, and tells what changed. A scan that
 *       came too late makes it put the newest one behind that in the {@link dev.broadsheet.topology.Archive}.
 *   <li>{@link dev.broadsheet.topology.ClassifyTopology}: topics and genre, without state.
 *   <li>{@link dev.broadsheet.topology.EnrichTopology}: the rest; its last step drops updates that change nothing, and
 *       publishes all that one page changes at once.
 * </ol>
 *
 * <p>The issue desk marks what belongs to one change and sends its end after it; steps hand both on, and the topics between
 * them keep the order within an issue.
 *
 * <p>All of them read bytes and decode inside a {@link dev.broadsheet.topology.Step}, so that whatever cannot be decoded
 * or processed can be kept byte for byte in a dead letter, and encode inside it too, so that what is too large is found
 * before Kafka finds it. Building a topology does no I/O; a golden file of each description fails a test when one changes.
 */
package dev.broadsheet.topology;
