package dev.broadsheet.enrich.reprint;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.text.ResourceLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many reprints the index finds, and how many articles it takes for reprints that are none: the table of RATIONALE.md.
 *
 * <p>The stories are those of {@code reprints.tsv}; each is printed a second time as other papers print: cut, misread by a scanner,
 * some of its sentences left out or told in other words. Two stories are never reprints of each other,
 * though several of them tell of the same kind of event in the same set phrases, and some of the same event.
 *
 * <p>usage: ReprintMeasurement [PRINTS] (of each story and alteration, 20 unless told)
 */
final class ReprintMeasurement {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 15);
    private static final int PRINTS = 20;
    private static final int SHINGLE = 3;

    private final List<Story> stories;
    private final int prints;
    private int found;
    private int wrong;
    private int asked;

    private ReprintMeasurement(List<Story> stories, int prints) {
        this.stories = stories;
        this.prints = prints;
    }

    public static void main(String[] args) {
        ReprintMeasurement measurement =
                new ReprintMeasurement(Story.read(), args.length == 0 ? PRINTS : Integer.parseInt(args[0]));
        System.out.printf(
                Locale.ROOT,
                "%d stories, %d prints of each%n%n| what the second paper did | 3-grams shared | found |%n|---|---|---|%n",
                measurement.stories.size(),
                measurement.prints);
        measurement.row("printed it whole under its own byline", (story, random) -> "本报综合消息 " + story.text());
        measurement.row("misread 8 % of the characters", (story, random) -> misread(story.text(), 0.08, random));
        measurement.row(
                "kept the first 40 %, misread 5 %",
                (story, random) -> misread(part(story.text(), 0, 0.4), 0.05, random));
        measurement.row(
                "kept half from the middle, misread 5 %",
                (story, random) -> misread(part(story.text(), 0.25, 0.75), 0.05, random));
        measurement.row(
                "dropped every other clause, misread 3 %",
                (story, random) -> misread(everyOther(story.clauses(), random), 0.03, random));
        measurement.row(
                "retold every other sentence, misread 3 %",
                (story, random) -> misread(retold(story, 2, random), 0.03, random));
        measurement.row(
                "retold two sentences in three, misread 3 %",
                (story, random) -> misread(retold(story, 3, random), 0.03, random));
        measurement.pairs();
    }

    private void row(String name, BiFunction<Story, Random, String> alter) {
        int hits = 0;
        double shared = 0;
        for (int number = 0; number < stories.size(); number++) {
            for (int print = 0; print < prints; print++) {
                String altered = alter.apply(stories.get(number), new Random(1_000L * number + print));
                shared += jaccard(stories.get(number).text(), altered);
                hits += isFoundAmongAll(number, altered) ? 1 : 0;
            }
        }
        int all = stories.size() * prints;
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.0f %% |%n", name, shared / all, 100.0 * hits / all);
    }

    /** Whether a print comes into the cluster of its story, and of no other, in an index that holds all stories. */
    private boolean isFoundAmongAll(int number, String altered) {
        ReprintIndex index = new ReprintIndex(new InMemoryReprintStore(), ReprintWindow.DEFAULT);
        for (int i = 0; i < stories.size(); i++) {
            index.put(print("story-" + i, DAY, stories.get(i).text()));
        }
        Fingerprint again = print("again", DAY.plusDays(2), altered);
        String cluster = again == null ? null : clusterOf(index, again);
        asked++;
        found += ("story-" + number).equals(cluster) ? 1 : 0;
        wrong += cluster == null || cluster.equals("story-" + number) ? 0 : 1;
        return ("story-" + number).equals(cluster);
    }

    private static String clusterOf(ReprintIndex index, Fingerprint print) {
        index.put(print);
        return index.membership(print.article()).cluster();
    }

    /** All stories against each other, each also misread: what is linked is linked wrongly. */
    private void pairs() {
        List<Fingerprint> all = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            all.add(print("story-" + i, DAY, stories.get(i).text()));
        }
        int pairs = 0;
        int linked = 0;
        double closest = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs++;
                linked += Verdict.similarity(all.get(i), all.get(j)) > 0 ? 1 : 0;
                closest = Math.max(
                        closest, jaccard(stories.get(i).text(), stories.get(j).text()));
            }
        }
        System.out.printf(
                Locale.ROOT, "| nothing: two stories | %.2f at most | %d of %d pairs |%n%n", closest, linked, pairs);
        System.out.printf(
                Locale.ROOT,
                "precision %.3f, recall %.3f over %d prints%n",
                (double) found / Math.max(1, found + wrong + linked),
                (double) found / asked,
                asked);
    }

    private static Fingerprint print(String id, LocalDate day, String text) {
        return Fingerprint.of(id, day, ArticleText.ofLine(text));
    }

    private static String part(String text, double from, double to) {
        return text.substring((int) (from * text.length()), (int) (to * text.length()));
    }

    private static String misread(String text, double share, Random random) {
        return text.codePoints()
                .mapToObj(c -> random.nextDouble() < share
                        ? Character.toString(0x4e00 + random.nextInt(5_000))
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String everyOther(List<String> clauses, Random random) {
        int first = random.nextInt(2);
        return IntStream.range(0, clauses.size())
                .filter(i -> i % 2 == first)
                .mapToObj(clauses::get)
                .collect(Collectors.joining());
    }

    /** All sentences retold but each {@code kept}-th. */
    private static String retold(Story story, int kept, Random random) {
        int first = random.nextInt(kept);
        return IntStream.range(0, story.sentences().size())
                .mapToObj(i -> (i % kept == first ? story.sentences() : story.retold()).get(i))
                .collect(Collectors.joining());
    }

    private static double jaccard(String one, String other) {
        Set<String> shingles = shingles(one);
        Set<String> others = shingles(other);
        Set<String> both = new HashSet<>(shingles);
        both.retainAll(others);
        shingles.addAll(others);
        return (double) both.size() / Math.max(1, shingles.size());
    }

    private static Set<String> shingles(String text) {
        return IntStream.rangeClosed(0, text.length() - SHINGLE)
                .mapToObj(at -> text.substring(at, at + SHINGLE))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * A story, sentence by sentence, and each sentence as another reporter tells it.
     *
     * @param retold as many as there are sentences
     */
    private record Story(List<String> sentences, List<String> retold) {

        static List<Story> read() {
            List<Story> stories = new ArrayList<>();
            List<String> sentences = new ArrayList<>();
            List<String> retold = new ArrayList<>();
            for (String line : ResourceLines.lines(ReprintMeasurement.class, "reprints.tsv")) {
                String[] column = line.split("\t");
                if (column[0].equals("story") && !sentences.isEmpty()) {
                    stories.add(new Story(List.copyOf(sentences), List.copyOf(retold)));
                    sentences.clear();
                    retold.clear();
                }
                if (column.length == 2) {
                    sentences.add(column[0]);
                    retold.add(column[1]);
                }
            }
            stories.add(new Story(List.copyOf(sentences), List.copyOf(retold)));
            return stories;
        }

        String text() {
            return String.join("", sentences);
        }

        List<String> clauses() {
            return Arrays.asList(text().split("(?<=[，。；])"));
        }
    }
}
