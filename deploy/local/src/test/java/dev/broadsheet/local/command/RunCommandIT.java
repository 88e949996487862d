package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.schema.Article;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandIT {

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aFolderOfPagesComesOutAsTheArticlesOfTheTopicAndABadPageIsTold() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("minhai-daily-2024-07-21-p1.txt"), """
                云汀市图书馆昨日开馆

                本报讯（记者 林小满）云汀市图书馆昨日正式开馆。新馆位于城东，藏书八十万册，设有儿童阅览区。
                """);
        Files.writeString(
                pages.resolve("minhai-daily-2024-07-21-p2.md"),
                "# 临川县春茶上市\n\n本报讯（记者 何远）临川县今年的春茶昨日上市。茶农说，今年雨水充足，品质更好。\n");
        Files.writeString(pages.resolve("empty.txt"), "\n");

        try (BroadsheetProcess run = new BroadsheetProcess(folder, "run", "--json", pages.toString())) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);

            List<JsonNode> articles = new ArrayList<>();
            for (String line : run.out()) {
                articles.add(json.readTree(line));
            }
            assertThat(articles)
                    .extracting(article -> article.path("id").asText())
                    .containsExactly("minhai-daily/2024-07-21/1/1", "minhai-daily/2024-07-21/2/1");
            assertThat(articles)
                    .extracting(article -> article.path("headline").asText())
                    .containsExactly("云汀市图书馆昨日开馆", "临川县春茶上市");
            assertThat(articles.get(0).fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(Article.getClassSchema().getFields().stream()
                            .map(field -> field.name())
                            .toList());
            assertThat(run.err()).contains("empty.txt").contains("2 of 2");
        }
    }
}
