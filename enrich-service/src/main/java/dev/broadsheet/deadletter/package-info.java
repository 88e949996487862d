/**
 * What becomes of records that cannot be processed.
 *
 * <p>There are two kinds of failure, and {@link dev.broadsheet.deadletter.Poison} tells them apart. A record that will fail
 * however often it is tried (bytes that no schema fits, a page that cannot be read) becomes a dead letter: the original
 * bytes with the stage, the cause and the place it came from; the stream goes on. A fault of the surroundings (broker,
 * registry, disk) says nothing about the record: processing stops, is tried again, and never makes a dead letter.
 *
 * <p>Steps of the topologies write dead letters themselves, down a branch of their own.
 * {@link dev.broadsheet.deadletter.DeadLetterHandler} is the net below them, for what they did not foresee.
 *
 * <p>Letters stay in their topic. At the {@link dev.broadsheet.deadletter.DeadLetterDesk} an operator decides to have the
 * stages try once more or to let it be; the {@link dev.broadsheet.deadletter.DeadLetterWatch} counts what is undecided.
 */
package dev.broadsheet.deadletter;
