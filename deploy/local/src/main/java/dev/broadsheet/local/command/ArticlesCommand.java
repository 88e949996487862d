package dev.broadsheet.local.command;

import dev.broadsheet.replay.ArticleTable;
import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet articles}: reads the compacted topic. */
@Command(
        name = "articles",
        description = "Print the articles of the compacted topic, or follow it.",
        sortOptions = false,
        footer = {
            "",
            "Without --follow: the newest state of every article, in the order of issues and pages.",
            "With it: the same, then each change as it comes; an article that vanishes is reported as gone.",
            "",
            "Examples:",
            "  broadsheet articles --publication minhai-daily --date 2024-07-21",
            "  broadsheet articles --json --topic 05000000 --from 2024-07-01 --to 2024-07-31",
            "  broadsheet articles --follow --json"
        })
final class ArticlesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArticleFilter filter;

    @Option(names = "--follow", description = "Keep reading; Ctrl-C ends it.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line for each article, with the schema's field names.")
    private boolean json;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ArticlePrinter printer = ArticlePrinter.to(out, json);
        try (TopicReader<Article> reader = TopicReader.of(Topics.ARTICLES, cluster.impatient())) {
            ArticleTable table = new ArticleTable();
            reader.toEnd(table::apply);
            Set<String> shown = new HashSet<>();
            table.articles().stream().filter(filter).forEach(article -> {
                shown.add(article.getId());
                printer.print(article);
            });
            if (follow) {
                reader.follow(record -> show(record, shown, printer), () -> !out.checkError());
            }
        }
        return ExitCode.OK;
    }

    /** An article that the filter no longer lets through is as gone as one that was withdrawn. */
    private void show(ConsumerRecord<String, Article> record, Set<String> shown, ArticlePrinter printer) {
        if (record.value() != null && filter.test(record.value())) {
            shown.add(record.key());
            printer.print(record.value());
        } else if (shown.remove(record.key())) {
            printer.printGone(record.key());
        }
    }
}
