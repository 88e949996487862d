package dev.broadsheet.segment;

import dev.broadsheet.classify.GenreClassifier;
import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.segment.GoldPage.GoldArticle;
import dev.broadsheet.segment.GoldPage.Row;
import dev.broadsheet.stage.SegmentStage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores a segmentation against a gold page, by the definitions of the evaluation material: an article is found when
 * nine tenths of its characters and of its partner's are shared; each field counts over gold articles. Counts of several
 * pages add up before shares are taken.
 */
final class PageScore {

    private static final Pattern IGNORED = Pattern.compile("[\\s#\\-—–―_*>]");
    private static final double FOUND = 0.9;
    private static final GenreClassifier GENRES = new GenreClassifier();

    private final Map<String, double[]> counts = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    /** Text as it is compared: without white space, width, dashes and marks of Markdown. */
    static String squeeze(String text) {
        return text == null
                ? ""
                : IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** Segments the page as the program would and adds its counts. */
    PageScore add(GoldPage gold) {
        return add(gold, new Segmenter().segment(read(gold)));
    }

    static Page read(GoldPage gold) {
        byte[] text = gold.text().getBytes(StandardCharsets.UTF_8);
        return new PageReaders().read(text, "text/plain", null, null, gold.issueDate(), null);
    }

    PageScore add(GoldPage gold, Segmentation said) {
        new Comparison(gold, said, null).run();
        return this;
    }

    /** The same, and what genres the next stage gives to the articles. */
    PageScore addWithGenres(GoldPage gold) {
        List<String> genres = new SegmentStage("test")
                .segment(raw(gold)).getArticles().stream().map(GENRES::genre).toList();
        new Comparison(gold, new Segmenter().segment(read(gold)), genres).run();
        return this;
    }

    private static RawPage raw(GoldPage gold) {
        return RawPage.newBuilder()
                .setPageId("test/undated/1")
                .setPublication("test")
                .setPage("1")
                .setIssueDate(Objects.toString(gold.issueDate(), null))
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(gold.text().getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.EPOCH)
                .setRevision(1)
                .build();
    }

    /** Figures by name, each a share between 0 and 1. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        counts.forEach((name, count) -> figures.put(name, count[1] == 0 ? 1.0 : count[0] / count[1]));
        return figures;
    }

    double figure(String name) {
        return figures().getOrDefault(name, 1.0);
    }

    List<String> misses() {
        return misses;
    }

    /** For each story of the pages, in order: whether it is an article of the gold page, found and under its headline. */
    List<Boolean> right() {
        return right;
    }

    private void count(String name, double hits, double of) {
        double[] count = counts.computeIfAbsent(name, key -> new double[2]);
        count[0] += hits;
        count[1] += of;
    }

    /** One page's comparison. */
    private final class Comparison {
        private final GoldPage gold;
        private final List<Story> stories;
        private final List<String> genres;
        private final List<String> texts = new ArrayList<>();
        private final List<Set<String>> grams = new ArrayList<>();
        private final Map<Row, List<Integer>> holders = new IdentityHashMap<>();
        private final Map<Row, String> owners = new IdentityHashMap<>();
        private final Set<Integer> found = new HashSet<>();

        /** @param genres of the stories; null where nobody asks for them */
        Comparison(GoldPage gold, Segmentation said, List<String> genres) {
            this.gold = gold;
            this.genres = genres;
            this.stories = said.stories();
            for (Story story : stories) {
                String text = squeeze(text(story));
                texts.add(text);
                grams.add(grams(text));
            }
        }

        void run() {
            for (GoldArticle article : gold.articles()) {
                article.rows().forEach((role, rows) -> {
                    if (!role.equals("byline")) {
                        rows.forEach(row -> hold(article, role, row));
                    }
                });
            }
            furniture();
            Map<String, Integer> partners = partners();
            Set<Integer> titled = new HashSet<>();
            for (GoldArticle article : gold.articles()) {
                Integer partner = partners.get(article.id());
                Story story = partner == null ? null : stories.get(partner);
                fields(article, story);
                if (genres != null) {
                    field(article, "genre", article.genre(), partner == null ? null : genres.get(partner));
                }
                if (story != null && squeeze(article.headline()).equals(squeeze(story.headline()))) {
                    titled.add(partner);
                }
            }
            for (int i = 0; i < stories.size(); i++) {
                right.add(found.contains(i) && titled.contains(i));
            }
        }

        private void hold(GoldArticle article, String role, Row row) {
            String line = squeeze(row.text);
            if (line.length() < 4) {
                return;
            }
            owners.put(row, article.id());
            List<Integer> where = holders(line);
            long whole = where.stream().filter(i -> texts.get(i).contains(line)).count();
            count("text.kept", where.isEmpty() ? 0 : line.length(), line.length());
            count("text.not_doubled", whole > 1 ? 0 : line.length(), line.length());
            if (where.isEmpty()) {
                misses.add(gold.name() + ": lost (" + article.id() + " " + role + ") " + row.text);
            } else {
                holders.put(row, where);
            }
        }

        private List<Integer> holders(String line) {
            Set<String> mine = grams(line);
            Map<Integer, Double> shares = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                int index = i;
                double share = texts.get(i).contains(line)
                        ? 2
                        : (double) mine.stream()
                                        .filter(gram -> grams.get(index).contains(gram))
                                        .count()
                                / mine.size();
                if (share >= 0.7) {
                    shares.put(i, share);
                }
            }
            return shares.keySet().stream()
                    .sorted((a, b) ->
                            shares.get(a).equals(shares.get(b)) ? a - b : Double.compare(shares.get(b), shares.get(a)))
                    .toList();
        }

        private void furniture() {
            String printed = squeeze(String.join(
                    "", owners.keySet().stream().map(row -> row.text).toList()));
            for (Row row : gold.furniture()) {
                String line = squeeze(row.text);
                if (line.length() >= 4 && !printed.contains(line)) {
                    boolean leaked = texts.stream().anyMatch(text -> text.contains(line));
                    count("furniture.kept_out", leaked ? 0 : 1, 1);
                    if (leaked) {
                        misses.add(gold.name() + ": furniture inside a story: " + row.text);
                    }
                }
            }
        }

        private Map<String, Integer> partners() {
            Map<String, Map<Integer, Integer>> shared = new LinkedHashMap<>();
            Map<Integer, Integer> sizes = new HashMap<>();
            Map<String, Integer> goldSizes = new HashMap<>();
            for (Row row : gold.rows()) {
                if (owners.containsKey(row)) {
                    goldSizes.merge(owners.get(row), squeeze(row.text).length(), Integer::sum);
                }
                if (!holders.containsKey(row)) {
                    continue;
                }
                Map<Integer, Integer> mine = shared.computeIfAbsent(owners.get(row), key -> new LinkedHashMap<>());
                int choice = holders.get(row).stream()
                        .max((a, b) -> Integer.compare(mine.getOrDefault(a, 0), mine.getOrDefault(b, 0)))
                        .orElseThrow();
                choice = mine.getOrDefault(choice, 0) == 0 ? holders.get(row).get(0) : choice;
                mine.merge(choice, squeeze(row.text).length(), Integer::sum);
                sizes.merge(choice, squeeze(row.text).length(), Integer::sum);
            }
            return match(shared, sizes, goldSizes);
        }

        private Map<String, Integer> match(
                Map<String, Map<Integer, Integer>> shared,
                Map<Integer, Integer> sizes,
                Map<String, Integer> goldSizes) {
            record Pair(String id, int story, int chars) {}
            List<Pair> pairs = new ArrayList<>();
            shared.forEach((id, by) -> by.forEach((story, chars) -> pairs.add(new Pair(id, story, chars))));
            pairs.sort((a, b) -> Integer.compare(b.chars(), a.chars()));
            Map<String, Integer> partners = new HashMap<>();
            Set<Integer> used = new HashSet<>();
            for (Pair pair : pairs) {
                if (!partners.containsKey(pair.id()) && used.add(pair.story())) {
                    partners.put(pair.id(), pair.story());
                    double union = goldSizes.get(pair.id()) + sizes.get(pair.story()) - pair.chars();
                    if (pair.chars() / union >= FOUND) {
                        found.add(pair.story());
                    } else {
                        misses.add(gold.name() + ": " + pair.id() + " shares " + Math.round(100 * pair.chars() / union)
                                + " % with \"" + stories.get(pair.story()).headline() + "\"");
                    }
                }
            }
            count(
                    "articles.f1",
                    2.0 * found.size(),
                    stories.size() + gold.articles().size());
            return partners;
        }

        private void fields(GoldArticle article, Story story) {
            field(article, "headline", article.headline(), story == null ? null : story.headline());
            field(article, "kicker", article.kicker(), story == null ? null : story.kicker());
            field(article, "subheadline", article.subheadline(), story == null ? null : story.subheadline());
            field(article, "agency", article.agency(), story == null ? null : story.agency());
            if (article.datelineDate() != null || article.datelinePlace() != null) {
                String wanted = article.datelinePlace() + " " + article.datelineDate();
                field(
                        article,
                        "dateline",
                        wanted,
                        story == null || story.dateline() == null
                                ? null
                                : story.dateline().getPlace() + " "
                                        + story.dateline().getDate());
            }
            field(
                    article,
                    "continuations",
                    article.continuedTo() + "/" + article.continuedFrom(),
                    story == null ? "null/null" : story.continuedTo() + "/" + story.continuedFrom());
            names(article, "reporters.f1", article.reporters(), story == null ? List.of() : story.reporters());
            names(
                    article,
                    "photographers.f1",
                    article.photographers(),
                    story == null ? List.of() : story.photographers());
            order(article, story);
        }

        private void field(GoldArticle article, String name, String wanted, String said) {
            boolean right = squeeze(wanted).equals(squeeze(said));
            count(name, right ? 1 : 0, 1);
            if (!right) {
                misses.add(gold.name() + ": " + article.id() + " " + name + " is \"" + wanted + "\", not \"" + said
                        + "\"");
            }
        }

        private void names(GoldArticle article, String name, List<String> wanted, List<String> said) {
            Set<String> both = new HashSet<>(wanted);
            both.retainAll(new HashSet<>(said));
            count(name, 2.0 * both.size(), wanted.size() + new HashSet<>(said).size());
            if (both.size() != wanted.size() || both.size() != said.size()) {
                misses.add(gold.name() + ": " + article.id() + " " + name + " are " + wanted + ", not " + said);
            }
        }

        private void order(GoldArticle article, Story story) {
            String body = story == null
                    ? ""
                    : squeeze(String.join(
                            "",
                            story.body().stream().map(block -> block.getText()).toList()));
            List<String> lines = article.rows("body").stream()
                    .map(row -> squeeze(row.text))
                    .filter(line -> line.length() >= 4)
                    .toList();
            for (int i = 1; i < lines.size(); i++) {
                String first =
                        lines.get(i - 1).substring(Math.max(0, lines.get(i - 1).length() - 8));
                String second =
                        lines.get(i).substring(0, Math.min(8, lines.get(i).length()));
                boolean right = follows(body, first, second);
                count("body.order", right ? 1 : 0, 1);
                if (!right) {
                    misses.add(gold.name() + ": " + article.id() + " order: " + first + " / " + second);
                }
            }
        }
    }

    private static boolean follows(String text, String first, String second) {
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            int from = at + first.length();
            if (text.substring(from, Math.min(text.length(), from + 40 + second.length()))
                    .contains(second)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> grams(String text) {
        Set<String> grams = new HashSet<>();
        for (int i = 0; i < Math.max(1, text.length() - 2); i++) {
            grams.add(text.substring(i, Math.min(text.length(), i + 3)));
        }
        return grams;
    }

    private static String text(Story story) {
        List<String> parts = new ArrayList<>();
        parts.add(Objects.requireNonNullElse(story.kicker(), ""));
        parts.add(Objects.requireNonNullElse(story.headline(), ""));
        parts.add(Objects.requireNonNullElse(story.subheadline(), ""));
        story.body().forEach(block -> parts.add(block.getText()));
        parts.addAll(story.captions());
        return String.join("", parts);
    }
}
