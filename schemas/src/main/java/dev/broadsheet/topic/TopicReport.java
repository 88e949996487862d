package dev.broadsheet.topic;

import java.util.List;

/**
 * What came of comparing a cluster with the contract.
 *
 * @param created names of topics that were missing and have been created
 * @param differences what is not as declared; empty when all is well
 */
public record TopicReport(List<String> created, List<TopicDifference> differences) {

    public TopicReport {
        created = List.copyOf(created);
        differences = List.copyOf(differences);
    }

    /** Differences because of which records can be lost, refused or missed. */
    public List<TopicDifference> harmful() {
        return differences.stream().filter(TopicDifference::harmful).toList();
    }
}
