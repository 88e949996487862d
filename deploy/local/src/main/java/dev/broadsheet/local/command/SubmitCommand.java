package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.broadsheet.ingest.PageProducer;
import dev.broadsheet.ingest.PageRefusedException;
import dev.broadsheet.ingest.Receipt;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broadsheet submit}: pages into the pages topic. */
@Command(
        name = "submit",
        description = "Put pages into the pages topic; each is reported once the broker has it.",
        sortOptions = false,
        footer = {
            "",
            "What a page is comes from the options, else its sidecar FILE.json, else its file name.",
            "A page that is there already may be submitted again; that changes nothing.",
            "",
            "Examples:",
            "  broadsheet submit minhai-daily-2024-07-21-p1.txt minhai-daily-2024-07-21-p2.txt",
            "  broadsheet submit --publication minhai-daily --date 2024-07-21 --page 3 scan.txt",
            "  broadsheet submit --bootstrap-servers kafka:9092 --schema-registry http://sr:8081 pages/"
        })
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PageOptions pages;

    @Mixin
    private ClusterOptions cluster;

    @Option(names = "--json", description = "One JSON object for each page stored.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Path> files = pages.files();
        DistinctPages distinct = new DistinctPages();
        int refused = 0;
        try (PageProducer producer = PageProducer.connect(cluster.settings())) {
            for (Path file : files) {
                try {
                    print(
                            producer.submit(distinct.require(file, pages.read(file, System.in))),
                            spec.commandLine().getOut());
                } catch (PageRefusedException | IOException e) {
                    // One bad page never blocks the rest.
                    spec.commandLine().getErr().println("broadsheet: " + file + ": " + Failures.inOneLine(e));
                    refused++;
                }
            }
        }
        return refused == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(Receipt receipt, PrintWriter out) {
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("pageId", receipt.pageId())
                    .put("topic", receipt.topic())
                    .put("partition", receipt.partition())
                    .put("offset", receipt.offset())
                    .put("sha256", receipt.sha256())
                    .put("revision", receipt.revision()));
        } else {
            out.println(receipt.pageId() + " stored at " + receipt.topic() + "-" + receipt.partition() + "@"
                    + receipt.offset());
        }
    }
}
