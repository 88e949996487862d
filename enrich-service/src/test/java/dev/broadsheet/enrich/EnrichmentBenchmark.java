package dev.broadsheet.enrich;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.stage.ClassifyStage;
import dev.broadsheet.stage.EnrichStage;
import dev.broadsheet.stage.SegmentStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ansj.splitWord.analysis.NlpAnalysis;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast one core classifies and enriches, beside HanLP's and ansj's recognizers alone in the same run, in the heap of the
 * service. Over the articles of the evaluation's pages ({@code -Dbroadsheet.eval}), or of the sample pages where it is absent.
 * CONTRIBUTING.md has the command; it prints characters a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx768m")
public class EnrichmentBenchmark {

    private final ClassifyStage classify = new ClassifyStage();
    private final EnrichStage enrich = new EnrichStage();
    private final EntityRecognizer recognizer = EntityRecognizer.shared();
    private final Segment hanlp = HanLP.newSegment().enableAllNamedEntityRecognize(true);

    private List<Article> articles;
    private List<String> texts;

    /** Segments the pages. */
    @Setup
    public void load() throws IOException {
        articles = articles();
        texts = texts(articles);
    }

    private static List<Article> articles() throws IOException {
        Path evaluation = Evaluation.path().resolve("pages");
        Path folder = Files.isDirectory(evaluation) ? evaluation : Path.of("../deploy/samples");
        SegmentStage segment = new SegmentStage("benchmark");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> segment.segment(page(file)).getArticles().stream())
                    .toList();
        }
    }

    private static RawPage page(Path file) {
        try {
            return RawPage.newBuilder()
                    .setPageId("benchmark/2024-07-21/" + file.getFileName())
                    .setPublication("benchmark")
                    .setPublicationName("福州日报")
                    .setIssueDate("2024-07-21")
                    .setPage(file.getFileName().toString())
                    .setMediaType("text/plain")
                    .setContent(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .setSha256("0".repeat(64))
                    .setReceivedAt(Instant.EPOCH)
                    .setRevision(0)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(List<Article> articles) {
        return articles.stream().map(article -> ArticleText.of(article).text()).toList();
    }

    /** The second and the third stage, whole: segmented article in, finished article out. */
    @Benchmark
    public void classifyAndEnrich(Blackhole sink) {
        articles.forEach(article -> sink.consume(enrich.enrich(classify.classify(article))));
    }

    /** The recognizer of this house alone. */
    @Benchmark
    public void recognizerAlone(Blackhole sink) {
        texts.forEach(text -> sink.consume(recognizer.recognize(text)));
    }

    /** HanLP's recognizer of people, places and organizations. */
    @Benchmark
    public void hanlpAlone(Blackhole sink) {
        texts.forEach(text -> sink.consume(hanlp.seg(text)));
    }

    /** ansj's recognizer. */
    @Benchmark
    public void ansjAlone(Blackhole sink) {
        texts.forEach(text -> sink.consume(NlpAnalysis.parse(text)));
    }

    public static void main(String[] arguments) throws RunnerException, IOException {
        int characters = texts(articles()).stream().mapToInt(String::length).sum();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(EnrichmentBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dbroadsheet.eval=" + Evaluation.path())
                        .build())
                .run()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %,12.0f characters/s%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore() * characters);
        }
    }
}
