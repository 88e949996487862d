/**
 * Settings of Kafka clients and of the schema registry, from environment variables to client properties.
 *
 * <p>Kafka's own names are kept throughout, so that Kafka's documentation is also that of these settings.
 */
package dev.broadsheet.config;
