/**
 * How records travel: Avro in Confluent's wire format.
 *
 * <p>A value is a zero byte, four bytes of schema id, big-endian, and the record in Avro's binary encoding. The writer's
 * schema is fetched by its id and resolved against the reader's, so a record written years ago by an older program reads
 * as a record of today.
 *
 * <p>{@link dev.broadsheet.serde.AvroSerdes} is the way in: it makes the serde that the configuration names, ours by
 * default, Confluent's where their artifacts are on the class path.
 */
package dev.broadsheet.serde;
