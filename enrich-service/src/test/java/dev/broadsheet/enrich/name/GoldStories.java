package dev.broadsheet.enrich.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stories of real pages, cut as a careful reader cuts them, with the names that reader notes. */
record GoldStories(List<Story> stories) {

    /**
     * One story.
     *
     * @param people name and role, the role null where none is stated
     */
    record Story(
            String id,
            String publication,
            ArticleText text,
            Set<String> bylineNames,
            List<String[]> people,
            Set<String> organizations,
            Set<String> places) {}

    static GoldStories read(Path evaluation) throws IOException {
        List<Story> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(evaluation.resolve("gold"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode page = new ObjectMapper().readTree(file.toFile());
                List<String> lines = Files.readAllLines(
                        evaluation.resolve("pages").resolve(page.get("page").asText() + ".txt"));
                page.get("articles").forEach(article -> stories.add(story(page, article, lines)));
            }
        }
        return new GoldStories(stories);
    }

    private static Story story(JsonNode page, JsonNode article, List<String> lines) {
        JsonNode roles = article.get("lines");
        Set<String> byline = new HashSet<>(strings(article.get("reporters")));
        byline.addAll(strings(article.get("photographers")));
        List<String[]> people = new ArrayList<>();
        article.get("people")
                .forEach(person -> people.add(new String[] {
                    person.get("name").asText(),
                    person.get("role").isNull() ? null : person.get("role").asText()
                }));
        ArticleText text = new ArticleText(
                article.get("kicker").textValue(),
                article.get("headline").textValue(),
                article.get("subheadline").textValue(),
                paragraphs(roles.get("body"), lines).stream()
                        .map(paragraph -> new BodyBlock(BlockType.paragraph, paragraph))
                        .toList(),
                paragraphs(roles.get("caption"), lines));
        return new Story(
                page.get("page").asText() + " " + article.get("id").asText(),
                page.get("publication").textValue(),
                text,
                byline,
                people,
                new HashSet<>(strings(article.get("organizations"))),
                new HashSet<>(strings(article.get("places"))));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.asText()));
        return strings;
    }

    /** Lines joined into paragraphs; a paragraph that a column break cut ends without a full stop. */
    private static List<String> paragraphs(JsonNode ranges, List<String> lines) {
        StringBuilder body = new StringBuilder();
        ranges.forEach(range -> {
            for (int n = range.get(0).asInt(); n <= range.get(1).asInt(); n++) {
                String line = lines.get(n - 1).strip();
                boolean open = body.length() > 0 && "。！？：”）>".indexOf(body.charAt(body.length() - 1)) < 0;
                body.append(line.isEmpty() && !open ? "\n" : line);
            }
        });
        return Stream.of(body.toString().split("\n+"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }
}
