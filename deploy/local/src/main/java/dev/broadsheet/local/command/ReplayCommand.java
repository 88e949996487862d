package dev.broadsheet.local.command;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.deadletter.Poison;
import dev.broadsheet.replay.ArchiveReader;
import dev.broadsheet.replay.DryRun;
import dev.broadsheet.replay.HtmlReport;
import dev.broadsheet.replay.PipelineBacklog;
import dev.broadsheet.replay.PipelineBacklog.Step;
import dev.broadsheet.replay.PipelineVersion;
import dev.broadsheet.replay.Replay;
import dev.broadsheet.replay.ReplayFilter;
import dev.broadsheet.replay.ReplayProgress;
import dev.broadsheet.replay.ReplayReport;
import dev.broadsheet.replay.ReplayRequest;
import dev.broadsheet.replay.TextReport;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.service.Version;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.SegmentStage;
import dev.broadsheet.topic.Topics;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code broadsheet replay}: reprocesses the archive. */
@Command(
        name = "replay",
        description = "Send pages of the archive through the running service once more, beside live traffic.",
        sortOptions = false,
        footer = {
            "",
            "Downstream sees only what changed. An interrupted replay goes on where it stopped when the same",
            "command is given again.",
            "",
            "Examples:",
            "  broadsheet replay --dry-run --html changes.html --publication minhai-daily",
            "  broadsheet replay --from 2024-01-01 --to 2024-06-30 --rate 50",
            "  broadsheet replay --name upgrade --older-than 0.2.0"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--publication", paramLabel = "SLUG", description = "Only pages of this newspaper.")
    private Set<String> publications = Set.of();

    @Option(names = "--from", paramLabel = "DATE", description = "Only issues of this day or later.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only issues of this day or earlier.")
    private LocalDate to;

    @Option(names = "--page-id", paramLabel = "ID", description = "Only this page, e.g. minhai-daily/2024-07-21/1.")
    private Set<String> pageIds = Set.of();

    @Option(
            names = "--older-than",
            paramLabel = "VERSION",
            description = "Only pages whose articles an older version of the program made, or that have none.")
    private String olderThan;

    @Option(
            names = "--rate",
            paramLabel = "PAGES",
            defaultValue = "20",
            description = "Pages a second at most (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--window",
            paramLabel = "RECORDS",
            defaultValue = "200",
            description = "Records under way at once at most; a live page waits behind at most these"
                    + " (default: ${DEFAULT-VALUE}).")
    private long window;

    @Option(
            names = "--name",
            defaultValue = "default",
            description = "Names the replay, so that it can be resumed (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(names = "--dry-run", description = "Write nothing; show what would change.")
    private boolean dryRun;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "With --dry-run: write the differences as a page, too.")
    private Path html;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "100",
            description = "With --dry-run: show this many articles that differ (default: ${DEFAULT-VALUE}).")
    private int show;

    @Option(
            names = "--application-id",
            defaultValue = "broadsheet",
            description = "Prefix of the application ids to wait for (default: ${DEFAULT-VALUE}).")
    private String applicationId;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        ReplayFilter filter = filter();
        ReplayReport report = report(filter);
        TextReport.lines(report, show).forEach(spec.commandLine().getOut()::println);
        return report.deadLetters() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ReplayReport report(ReplayFilter filter) throws IOException, InterruptedException, ExecutionException {
        try (Progress progress = new Progress(spec.commandLine().getErr(), false)) {
            ReplayProgress heard = new Heard(progress);
            return dryRun ? dryRun(filter, heard) : replay(request(filter), heard);
        }
    }

    private ReplayFilter filter() {
        try {
            return new ReplayFilter(
                    publications, from, to, pageIds, olderThan == null ? null : new PipelineVersion(olderThan));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ReplayRequest request(ReplayFilter filter) {
        try {
            return new ReplayRequest(name, filter, rate, window);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ReplayReport replay(ReplayRequest request, ReplayProgress progress)
            throws IOException, InterruptedException, ExecutionException {
        KafkaSettings settings = cluster.settings();
        try (Admin admin = cluster.admin()) {
            Replay replay = new Replay(
                    new HashMap<>(settings.asMap()),
                    AvroSerdes.serde(Article.class, settings.asMap()).deserializer(),
                    admin,
                    new PipelineBacklog(admin, steps(admin)));
            return replay.run(request, progress);
        }
    }

    /** The way of a page through the pipeline; internal topics that do not exist yet hold nothing back. */
    private List<Step> steps(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(group("segment"), List.of(Topics.PAGES.name(), Topics.PAGES_REPLAY.name())));
        steps.addAll(internal("segment", existing));
        steps.add(new Step(group("classify"), List.of(Topics.SEGMENTED.name())));
        steps.addAll(internal("classify", existing));
        steps.add(new Step(group("enrich"), List.of(Topics.CLASSIFIED.name())));
        steps.addAll(internal("enrich", existing));
        return steps;
    }

    private List<Step> internal(String stage, Set<String> existing) {
        return existing.stream()
                .filter(topic -> topic.startsWith(group(stage) + "-") && topic.endsWith("-repartition"))
                .sorted()
                .map(topic -> new Step(group(stage), List.of(topic)))
                .toList();
    }

    private String group(String stage) {
        return applicationId + "-" + stage;
    }

    private ReplayReport dryRun(ReplayFilter filter, ReplayProgress progress) throws IOException {
        KafkaSettings settings = cluster.settings();
        try (Consumer<String, RawPage> archive = consumer(RawPage.class, settings);
                Consumer<String, Article> table = consumer(Article.class, settings)) {
            DryRun run = new DryRun(new SegmentStage(Version.current()), new ClassifyStage(), new EnrichStage());
            ReplayReport report = new ArchiveReader(archive, table).dryRun(filter, run, progress);
            if (html != null) {
                try (Writer out = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
                    HtmlReport.write(report, show, out);
                }
            }
            return report;
        }
    }

    private static <V extends SpecificRecord> Consumer<String, V> consumer(Class<V> type, KafkaSettings settings) {
        Map<String, Object> config = new HashMap<>(ClusterOptions.IMPATIENT);
        config.putAll(settings.asMap());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                passingOver(AvroSerdes.serde(type, settings.asMap()).deserializer()));
    }

    /** What cannot be decoded is a dead letter already and would be one again: nothing that a replay changes. */
    private static <V> Deserializer<V> passingOver(Deserializer<V> strict) {
        return (topic, value) -> {
            try {
                return strict.deserialize(topic, value);
            } catch (RuntimeException e) {
                if (Poison.isPoison(e)) {
                    return null;
                }
                throw e;
            }
        };
    }

    /** Passes on to the terminal how the replay gets on. */
    private static final class Heard implements ReplayProgress {

        private final Progress progress;
        private boolean begun;
        private boolean waiting;

        Heard(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void resumed(long read) {
            progress.say("an interrupted replay goes on after %,d pages".formatted(read));
        }

        @Override
        public void read(long done, long total, long replayed) {
            if (!begun) {
                progress.begin("pages of the archive", total);
                begun = true;
            }
            progress.at(done);
        }

        @Override
        public void waiting(long backlog) {
            if (!waiting) {
                progress.say("all pages are sent; waiting for the pipeline to finish them");
                waiting = true;
            }
        }
    }
}
