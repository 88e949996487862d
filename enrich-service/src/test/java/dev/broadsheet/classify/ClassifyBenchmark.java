package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.text.ResourceLines;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many characters one core classifies in a second of its time, whatever else the machine does: articles from {@code local-daily.tsv}, ten leads to a body, and,
 * where a file of titles is named, those.
 *
 * <p>usage: ClassifyBenchmark [TITLES.jsonl] (run it with the module's test class path)
 */
final class ClassifyBenchmark {

    private static final long SECONDS = 3;
    private static final int PARAGRAPHS = 10;

    private final TopicClassifier classifier = new TopicClassifier();

    /** Keeps the compiler from dropping the work. */
    private long topics;

    private ClassifyBenchmark() {}

    public static void main(String[] args) {
        ClassifyBenchmark benchmark = new ClassifyBenchmark();
        benchmark.measure("articles", benchmark.articles());
        if (args.length > 0) {
            benchmark.measure(
                    "titles",
                    Title.read(Path.of(args[0])).stream()
                            .map(title -> ArticleText.ofLine(title.text()))
                            .toArray(ArticleText[]::new));
        }
    }

    private ArticleText[] articles() {
        String[] lines =
                ResourceLines.lines(ClassifyBenchmark.class, "local-daily.tsv").toArray(String[]::new);
        ArticleText[] articles = new ArticleText[lines.length];
        for (int i = 0; i < lines.length; i++) {
            Print print = Print.headline(lines[i].split("\t")[1]);
            for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
                print.body(lines[(i + paragraph) % lines.length].split("\t")[2]);
            }
            articles[i] = print.text();
        }
        return articles;
    }

    private void measure(String what, ArticleText[] texts) {
        run(texts);
        long start = cpuTime();
        long characters = run(texts);
        double seconds = (cpuTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        System.out.println(String.format(
                Locale.ROOT, "%s: %,.0f characters a second (%d topics)", what, characters / seconds, topics));
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private long run(ArticleText[] texts) {
        long end = cpuTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long characters = 0;
        while (cpuTime() < end) {
            for (ArticleText text : texts) {
                topics += classifier.classify(text).size();
                characters += text.text().length();
            }
        }
        return characters;
    }
}
