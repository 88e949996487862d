package dev.broadsheet.enrich;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import dev.broadsheet.article.ArticleText;
import dev.broadsheet.classify.TopicClassifier;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
 * How fast a core classifies and enriches, beside HanLP's and ansj's recognizers alone, over the texts of the
 * evaluation's pages. {@code main} prints characters a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx768m")
public class EnrichmentBenchmark {

    private static final EnrichContext CONTEXT = new EnrichContext("福州日报", LocalDate.of(2024, 7, 21), Set.of());

    private final List<String> texts = new ArrayList<>();
    private Enricher enricher;
    private TopicClassifier topics;
    private EntityRecognizer recognizer;
    private Segment hanlp;

    /** Loads the texts, a page's paragraphs in pieces of the length of an article, and all models. */
    @Setup
    public void load() throws IOException {
        texts.addAll(texts());
        enricher = new Enricher();
        topics = new TopicClassifier();
        recognizer = new EntityRecognizer();
        hanlp = HanLP.newSegment().enableAllNamedEntityRecognize(true);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Evaluation.path().resolve("pages"))) {
            for (Path page : pages.sorted().toList()) {
                StringBuilder text = new StringBuilder();
                for (String line : Files.readAllLines(page)) {
                    text.append(line.strip());
                    if (text.length() > 600) {
                        texts.add(text.toString());
                        text.setLength(0);
                    }
                }
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /** All that the second and the third stage read in an article's text. */
    @Benchmark
    public void classifyAndEnrich(Blackhole sink) {
        for (String text : texts) {
            ArticleText article = ArticleText.ofLine(text);
            sink.consume(topics.classify(article));
            sink.consume(enricher.enrich(article, CONTEXT));
        }
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
        int characters = texts().stream().mapToInt(String::length).sum();
        String evaluation = Evaluation.path().toString();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(EnrichmentBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dbroadsheet.eval=" + evaluation)
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
