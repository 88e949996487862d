package dev.broadsheet.enrich.gazetteer;

/**
 * A province, prefecture or county.
 *
 * @param code GB/T 2260, six digits
 * @param name full name
 * @param former whether it has been renamed, merged or made a district since
 */
public record Division(String code, String name, boolean former) {

    /** 1 province, 2 prefecture, 3 county. */
    public int level() {
        return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    }
}
