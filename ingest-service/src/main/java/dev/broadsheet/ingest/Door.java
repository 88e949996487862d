package dev.broadsheet.ingest;

import java.util.Locale;

/** Where a page came in. */
enum Door {
    HTTP,
    FOLDER,
    CLI;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
