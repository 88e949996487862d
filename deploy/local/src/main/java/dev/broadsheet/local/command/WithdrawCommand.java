package dev.broadsheet.local.command;

import dev.broadsheet.id.PageId;
import dev.broadsheet.ingest.PageProducer;
import dev.broadsheet.ingest.PageSubmission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet withdraw}: takes pages back. */
@Command(
        name = "withdraw",
        description = "Take pages back: their articles vanish from the articles topic.",
        sortOptions = false,
        footer = {
            "",
            "A page that is submitted again afterwards comes back.",
            "",
            "Examples:",
            "  broadsheet withdraw minhai-daily/2024-07-21/1",
            "  broadsheet withdraw minhai-daily/undated/scan-0815.txt"
        })
final class WithdrawCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PAGE-ID",
            arity = "1..*",
            description = "publication/date/page, e.g. minhai-daily/2024-07-21/1.")
    private List<String> ids;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException {
        List<PageId> pages = parsed();
        try (PageProducer producer = PageProducer.connect(cluster.settings())) {
            for (PageId page : pages) {
                producer.submit(PageSubmission.withdrawal(page, null));
                spec.commandLine().getOut().println(page + " withdrawn");
            }
        }
        return ExitCode.OK;
    }

    /** All are looked at before the first is withdrawn: a typing error in the third should not find two gone. */
    private List<PageId> parsed() {
        List<PageId> pages = new ArrayList<>();
        for (String id : ids) {
            try {
                pages.add(PageId.parse(id));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return pages;
    }
}
