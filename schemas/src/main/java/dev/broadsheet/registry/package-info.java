/**
 * The schema registry's client: which schema has which number.
 *
 * <p>Records travel with the number of the schema they were written with; this package finds the number for a schema
 * and the schema for a number. It speaks the REST protocol of Confluent's Schema Registry, which other registries
 * answer as well, and takes Confluent's configuration names. {@code mock://scope} is a registry in memory, one per
 * scope and process, for tests.
 *
 * <p>A caller holds a {@link dev.broadsheet.registry.SchemaRegistryClient}; numbers and schemas never change once
 * given, so they are cached for good. What goes wrong is a {@link dev.broadsheet.registry.RegistryException}, and
 * {@link dev.broadsheet.registry.Fault} says what to do about it.
 */
package dev.broadsheet.registry;
