package dev.broadsheet.registry;

import org.apache.avro.Schema;

/**
 * A schema as a registry knows it.
 *
 * @param subject the history it belongs to
 * @param version its place in that history, from 1
 * @param id its number in the whole registry, which records carry
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
