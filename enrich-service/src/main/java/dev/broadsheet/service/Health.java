package dev.broadsheet.service;

import java.util.List;

/**
 * What the service says when it is asked how it is.
 *
 * @param alive false when it will not recover by itself and should be restarted
 * @param ready true when every stage takes in records now
 * @param stages each stage that this process runs
 */
public record Health(boolean alive, boolean ready, List<StageHealth> stages) {

    /**
     * One stage.
     *
     * @param stage segment, classify or enrich
     * @param state STARTING before Kafka could be reached, then as Kafka Streams says: REBALANCING, RUNNING, ERROR, …
     * @param fault what keeps it from working, for an operator; null when nothing does
     */
    public record StageHealth(String stage, String state, String fault) {

        /** The same stage, which has this fault if it has none yet; null adds none. */
        StageHealth orFault(String otherwise) {
            return fault != null ? this : new StageHealth(stage, state, otherwise);
        }

        boolean alive() {
            return !state.equals("ERROR") && !state.equals("PENDING_ERROR");
        }

        boolean ready() {
            return state.equals("RUNNING") && fault == null;
        }
    }

    public Health {
        stages = List.copyOf(stages);
    }

    static Health of(List<StageHealth> stages) {
        return new Health(
                stages.stream().allMatch(StageHealth::alive), stages.stream().allMatch(StageHealth::ready), stages);
    }
}
