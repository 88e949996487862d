package dev.broadsheet.enrich.entity;

import java.util.Locale;

/** What a name names. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    PLACE;

    /** The type as JSON and the evaluation print it: person, organization or place. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
