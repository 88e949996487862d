/**
 * The whole system on one machine, and the {@code broadsheet} command.
 *
 * <p>Start reading at {@link dev.broadsheet.local.EmbeddedBroker}, a real single-node Kafka broker in this process, and
 * {@link dev.broadsheet.local.RegistryProcess}, a real schema registry in a child process. Everything above them is the
 * code that runs in production: the local mode has no shortcut of its own.
 */
package dev.broadsheet.local;
