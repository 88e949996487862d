package dev.broadsheet.local.command;

import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Pipeline;
import picocli.CommandLine.Option;

/** Which stream a command is about, where a new version runs beside the old one. */
final class StreamOptions {

    @Option(
            names = "--application-id",
            paramLabel = "PREFIX",
            defaultValue = "broadsheet",
            description = "Prefix of the stream's application ids (default: ${DEFAULT-VALUE}).")
    private String applicationId;

    @Option(names = "--segmented-topic", paramLabel = "TOPIC", description = "Its topic of segmented articles.")
    private String segmented = Topics.SEGMENTED.name();

    @Option(names = "--classified-topic", paramLabel = "TOPIC", description = "Its topic of classified articles.")
    private String classified = Topics.CLASSIFIED.name();

    @Option(names = "--articles-topic", paramLabel = "TOPIC", description = "Its topic of finished articles.")
    private String articles = Topics.ARTICLES.name();

    String applicationId() {
        return applicationId;
    }

    /** Names of the stream's topics; the contract's where nothing else was said. */
    Pipeline.TopicNames topics() {
        return Pipeline.TopicNames.ofStream(segmented, classified, articles);
    }
}
