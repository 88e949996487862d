package dev.broadsheet.classify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The evaluation material, which is never part of the project, and how well topics do on it. Run as a program with a
 * file of titles it prints accuracy and precision by category.
 */
final class Evaluation {

    private Evaluation() {}

    /** The folder of the evaluation; the calling test is skipped where it is absent. */
    static Path folder() {
        String folder = System.getProperty("broadsheet.eval", "");
        Path path = Path.of(folder);
        assumeTrue(
                !folder.isEmpty() && Files.isDirectory(path.resolve("topics")),
                "no evaluation material at " + path.toAbsolutePath() + "; set -Dbroadsheet.eval=FOLDER");
        return path;
    }

    /** How titles fare with the first topic. */
    static Score score(List<Title> titles, Function<ArticleText, List<Topic>> classifier) {
        int said = 0;
        int right = 0;
        for (Title title : titles) {
            List<Topic> topics = classifier.apply(ArticleText.ofLine(title.text()));
            said += topics.isEmpty() ? 0 : 1;
            right += !topics.isEmpty() && title.accept().contains(topics.get(0).getCode()) ? 1 : 0;
        }
        return new Score(titles.size(), said, right);
    }

    public static void main(String[] args) {
        TopicClassifier classifier = new TopicClassifier();
        List<Title> titles = Title.read(Path.of(args[0]));
        System.out.println("all " + score(titles, classifier::classify));
        Map<String, List<Title>> bySource = new TreeMap<>();
        titles.forEach(title -> bySource.computeIfAbsent(title.source(), source -> new ArrayList<>())
                .add(title));
        bySource.forEach((source, some) -> System.out.println(source + " " + score(some, classifier::classify)));
    }

    /**
     * A result.
     *
     * @param said how many titles got a topic
     * @param right how many got an accepted one first
     */
    record Score(int titles, int said, int right) {
        /** Both together. */
        Score plus(Score other) {
            return new Score(titles + other.titles, said + other.said, right + other.right);
        }

        double accuracy() {
            return right / (double) titles;
        }

        double precision() {
            return right / (double) Math.max(1, said);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "accuracy %.4f, precision when it answers %.4f, answers %d of %d",
                    accuracy(),
                    precision(),
                    said,
                    titles);
        }
    }
}
