package dev.broadsheet.ingest;

/**
 * What a component says when it is asked how it is.
 *
 * @param ok true when it can do its work now
 * @param detail one sentence for an operator; empty when all is well
 */
public record CheckResult(boolean ok, String detail) {

    public static final CheckResult OK = new CheckResult(true, "");

    public static CheckResult failed(String detail) {
        return new CheckResult(false, detail);
    }
}
