package dev.broadsheet.local;

/**
 * Ports on the loopback interface.
 *
 * @param kafka the broker
 * @param registry the schema registry
 * @param ingest the ingest service's HTTP
 * @param enrich the enrich service's health and metrics
 */
public record Ports(int kafka, int registry, int ingest, int enrich) {

    /** Ports on which nothing listens at the moment. */
    public static Ports free() {
        return new Ports(LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free());
    }

    /**
     * These ports, all free.
     *
     * @throws LocalStartException naming the one that is in use
     */
    public Ports require() {
        LoopbackPort.require(kafka, "the Kafka broker");
        LoopbackPort.require(registry, "the schema registry");
        LoopbackPort.require(ingest, "the ingest service");
        LoopbackPort.require(enrich, "the enrich service");
        return this;
    }
}
