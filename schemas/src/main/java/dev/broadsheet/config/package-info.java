/**
 * Settings from environment variables: those of Kafka's clients and of the schema registry, and the services' own options.
 *
 * <p>Kafka's own names are kept throughout, so that Kafka's documentation is also that of these settings.
 */
package dev.broadsheet.config;
