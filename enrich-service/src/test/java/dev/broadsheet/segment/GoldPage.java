package dev.broadsheet.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page with what a careful reader sees on it. Lines are objects, so that a variant of the page can move, wrap or
 * misread them and the annotation follows.
 */
record GoldPage(String name, LocalDate issueDate, List<Row> rows, List<GoldArticle> articles) {

    /** One line of the page; compared by identity. */
    static final class Row {
        final String text;

        Row(String text) {
            this.text = text;
        }

        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** An annotated article: its fields, and its rows by role in reading order. */
    record GoldArticle(
            String id,
            String genre,
            String kicker,
            String headline,
            String subheadline,
            List<String> reporters,
            List<String> photographers,
            String agency,
            String datelinePlace,
            String datelineDate,
            String continuedTo,
            String continuedFrom,
            Map<String, List<Row>> rows) {

        /** The same article on other rows. */
        GoldArticle with(Map<String, List<Row>> rows) {
            return new GoldArticle(
                    id,
                    genre,
                    kicker,
                    headline,
                    subheadline,
                    reporters,
                    photographers,
                    agency,
                    datelinePlace,
                    datelineDate,
                    continuedTo,
                    continuedFrom,
                    rows);
        }

        List<Row> rows(String role) {
            return rows.getOrDefault(role, List.of());
        }
    }

    /** Rows that belong to no article. */
    List<Row> furniture() {
        Map<Row, String> owners = owners();
        return rows.stream()
                .filter(row -> !row.isBlank() && !owners.containsKey(row))
                .toList();
    }

    /** The article's id of every row that has one. */
    Map<Row, String> owners() {
        Map<Row, String> owners = new IdentityHashMap<>();
        articles.forEach(
                article -> article.rows().values().forEach(rows -> rows.forEach(row -> owners.put(row, article.id()))));
        return owners;
    }

    String text() {
        return String.join("\n", rows.stream().map(row -> row.text).toList());
    }

    /** Reads page and annotation; the format is that of the evaluation material. */
    static GoldPage read(Path page, Path gold) throws IOException {
        return read(
                page.getFileName().toString().replaceFirst("\\.[a-z]+$", ""),
                Files.readString(page),
                Files.readString(gold));
    }

    static GoldPage read(String name, String page, String gold) throws IOException {
        JsonNode json = new ObjectMapper().readTree(gold);
        List<Row> rows = new ArrayList<>();
        for (String line : page.split("\n", -1)) {
            rows.add(new Row(line));
        }
        List<GoldArticle> articles = new ArrayList<>();
        json.get("articles").forEach(article -> articles.add(article(article, rows)));
        String date = text(json, "issue_date");
        boolean dated = name.matches(".*\\d{4}-\\d{2}-\\d{2}-p.*");
        return new GoldPage(name, date == null || !dated ? null : LocalDate.parse(date), rows, articles);
    }

    private static GoldArticle article(JsonNode article, List<Row> rows) {
        Map<String, List<Row>> byRole = new LinkedHashMap<>();
        article.get("lines").properties().forEach(role -> {
            List<Row> own = new ArrayList<>();
            for (JsonNode range : role.getValue()) {
                for (int n = range.get(0).asInt(); n <= range.get(1).asInt(); n++) {
                    if (!rows.get(n - 1).isBlank()) {
                        own.add(rows.get(n - 1));
                    }
                }
            }
            byRole.put(role.getKey(), own);
        });
        JsonNode dateline = article.path("dateline");
        return new GoldArticle(
                article.get("id").asText(),
                text(article, "genre"),
                text(article, "kicker"),
                text(article, "headline"),
                text(article, "subheadline"),
                texts(article.path("reporters")),
                texts(article.path("photographers")),
                text(article, "agency"),
                text(dateline, "place"),
                text(dateline, "date"),
                text(article, "continued_to"),
                text(article, "continued_from"),
                byRole);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
