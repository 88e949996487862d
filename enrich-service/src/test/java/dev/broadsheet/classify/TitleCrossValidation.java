package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How titles fare that the model has not learned: in turn each fifth of the Sina titles, by a classifier, lexicon and
 * all, whose model learned from the other four and the Toutiao titles.
 *
 * <p>usage: TitleCrossValidation FOLDER (FOLDER of the evaluation; run it with the module's test class path; takes about
 * ten seconds)
 */
final class TitleCrossValidation {

    static final int FOLDS = 5;

    private TitleCrossValidation() {}

    /** The titles of one fold. A title that was printed twice has both prints in one fold. */
    static List<Title> fold(List<Title> titles, int fold) {
        return titles.stream().filter(title -> foldOf(title) == fold).toList();
    }

    /** The titles of all the other folds. */
    static List<Title> others(List<Title> titles, int fold) {
        return titles.stream().filter(title -> foldOf(title) != fold).toList();
    }

    /** A classifier with this package's lexicon and a model trained on these titles. */
    static TopicClassifier trained(List<Title> first, List<Title> second) {
        List<Title> titles = new ArrayList<>(first);
        titles.addAll(second);
        return new TopicClassifier(Lexicon.shared(), TitleModelTraining.train(titles));
    }

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: TitleCrossValidation FOLDER");
        }
        Path folder = Path.of(args[0]).resolve("topics");
        List<Title> toutiao = Title.read(folder.resolve("toutiao-titles.train.jsonl"));
        List<Title> sina = Title.read(folder.resolve("sina-titles.dev.jsonl"));
        TopicClassifier[] classifiers = IntStream.range(0, FOLDS)
                .mapToObj(fold -> trained(toutiao, others(sina, fold)))
                .toArray(TopicClassifier[]::new);
        Evaluation.Score whole = new Evaluation.Score(0, 0, 0);
        for (int fold = 0; fold < FOLDS; fold++) {
            Evaluation.Score score = Evaluation.score(fold(sina, fold), classifiers[fold]::classify);
            System.out.println("Sina, fold " + (fold + 1) + ": " + score);
            whole = whole.plus(score);
        }
        System.out.println("Sina, cross-validated: " + whole);
        for (int threshold = 0; threshold <= 50; threshold += 5) {
            Evaluation.Score score = new Evaluation.Score(0, 0, 0);
            for (Title title : sina) {
                score = score.plus(abstaining(title, classifiers[foldOf(title)], threshold / 100.0));
            }
            System.out.println(String.format(Locale.ROOT, "at threshold %.2f: %s", threshold / 100.0, score));
        }
    }

    /** How a title fares where the classifier is silent below this score. */
    private static Evaluation.Score abstaining(Title title, TopicClassifier classifier, double threshold) {
        List<TopicEvidence> evidence = classifier.explain(ArticleText.ofLine(title.text()));
        if (evidence.isEmpty() || evidence.get(0).topic().getScore() < threshold) {
            return new Evaluation.Score(1, 0, 0);
        }
        boolean right = title.accept().contains(evidence.get(0).topic().getCode());
        return new Evaluation.Score(1, 1, right ? 1 : 0);
    }

    private static int foldOf(Title title) {
        return Math.floorMod(title.text().hashCode(), FOLDS);
    }
}
