package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.schema.Keyword;
import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints articles: as JSON, one a line, or as a reader would like to see them. */
final class ArticlePrinter {

    private final PrintWriter out;
    private final boolean json;

    private ArticlePrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    static ArticlePrinter to(PrintWriter out, boolean json) {
        return new ArticlePrinter(out, json);
    }

    void print(Article article) {
        if (json) {
            out.append(RecordJson.toJson(article).toString()).append('\n');
        } else {
            printText(article);
        }
        out.flush();
    }

    /** An article that is no longer there. */
    void printGone(String id) {
        if (json) {
            out.append(JsonNodeFactory.instance
                            .objectNode()
                            .put("id", id)
                            .put("gone", true)
                            .toString())
                    .append('\n');
        } else {
            out.append(Styles.apply("faint", "── " + id + " is gone")).append('\n');
        }
        out.flush();
    }

    private void printText(Article article) {
        out.append(Styles.apply("faint", "── " + article.getId() + "  " + article.getGenre()))
                .append('\n');
        line("fg(yellow)", article.getKicker());
        line("bold", article.getHeadline());
        line("fg(yellow)", article.getSubheadline());
        line("faint", credits(article));
        for (BodyBlock block : article.getBody()) {
            boolean intertitle = block.getType() == BlockType.intertitle;
            out.append(Styles.apply(intertitle ? "bold" : Styles.PLAIN, (intertitle ? "  " : "　　") + block.getText()))
                    .append('\n');
        }
        article.getCaptions().forEach(caption -> line("italic", "[picture] " + caption));
        labelled("topics", article.getTopics(), t -> t.getLabelZh() + " " + t.getCode());
        labelled("people", article.getPeople(), ArticlePrinter::withRole);
        labelled("organizations", article.getOrganizations(), Organization::getName);
        labelled("places", article.getPlaces(), Place::getName);
        labelled("keywords", article.getKeywords(), Keyword::getText);
        out.append('\n');
    }

    private static String credits(Article article) {
        List<String> credits = new ArrayList<>();
        credits.addAll(article.getReporters());
        article.getPhotographers().forEach(name -> credits.add(name + " (photo)"));
        Dateline dateline = article.getDateline();
        String filed = Stream.of(
                        article.getAgency(),
                        dateline == null ? null : dateline.getPlace(),
                        dateline == null ? null : dateline.getDate())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        credits.add(filed);
        credits.add(article.getContinuedFrom() == null ? "" : "← page " + article.getContinuedFrom());
        credits.add(article.getContinuedTo() == null ? "" : "→ page " + article.getContinuedTo());
        credits.removeIf(String::isEmpty);
        return credits.isEmpty() ? null : String.join(" · ", credits);
    }

    private static String withRole(Person person) {
        return person.getRole() == null ? person.getName() : person.getName() + " (" + person.getRole() + ")";
    }

    private <T> void labelled(String label, List<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            String joined = values.stream().map(text).collect(Collectors.joining(", "));
            line("faint", label + ": " + joined);
        }
    }

    private void line(String style, String text) {
        if (text != null && !text.isEmpty()) {
            out.append(Styles.apply(style, text)).append('\n');
        }
    }
}
