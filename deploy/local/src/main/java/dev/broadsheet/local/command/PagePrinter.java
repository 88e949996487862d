package dev.broadsheet.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.json.RecordJson;
import dev.broadsheet.schema.SegmentedPage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a page whole: its articles, and beside them the furniture, the lines that belong to no article. */
final class PagePrinter {

    private final PrintWriter out;
    private final boolean json;

    PagePrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void print(SegmentedPage page) {
        if (json) {
            jsonLines(page).forEach(line -> out.append(line).append('\n'));
        } else {
            ArticlePrinter articles = ArticlePrinter.to(out, false);
            page.getArticles().forEach(articles::print);
            printFurniture(page);
        }
        out.flush();
    }

    /**
     * One JSON object for each article, as in its schema, with the furniture of its page ({@code pageFurniture}: {@code line} and
     * {@code text} of each) in addition. A page that has furniture only is one object with its id and the furniture.
     */
    static List<String> jsonLines(SegmentedPage page) {
        ArrayNode furniture = JsonNodeFactory.instance.arrayNode();
        page.getFurniture().forEach(line -> furniture.add(RecordJson.toJson(line)));
        List<ObjectNode> objects = new ArrayList<>();
        page.getArticles().forEach(article -> objects.add(RecordJson.toJson(article)));
        if (objects.isEmpty() && !furniture.isEmpty()) {
            objects.add(JsonNodeFactory.instance.objectNode().put("pageId", page.getPageId()));
        }
        return objects.stream()
                .map(object -> object.set("pageFurniture", furniture).toString())
                .toList();
    }

    private void printFurniture(SegmentedPage page) {
        if (page.getFurniture().isEmpty()) {
            return;
        }
        line("── " + page.getPageId() + "  furniture: lines that belong to no article");
        page.getFurniture()
                .forEach(line -> line(String.format(Locale.ROOT, "%4d  %s", line.getLine(), line.getText())));
        out.append('\n');
    }

    private void line(String text) {
        out.append(Styles.apply("faint", text)).append('\n');
    }
}
