package dev.broadsheet.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

    private static final String PAGE = """
            云汀市图书馆昨日开馆

            本报讯（记者 林小满）云汀市图书馆昨日正式开馆。新馆位于城东，藏书八十万册，设有儿童阅览区和地方文献室。

            临川县春茶上市

            本报讯（记者 何远）临川县今年的春茶昨日上市。茶农说，今年雨水充足，茶叶的品质比去年更好，价格也略有上涨。
            """;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void eachArticleIsOneLineOfJsonWithTheSchemasFieldNames() throws IOException {
        Path page = Files.writeString(folder.resolve("minhai-daily-2024-07-21-p3.txt"), PAGE);

        CommandLineRun run = CommandLineRun.of("extract", "--json", page.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(2);
        JsonNode first = json.readTree(run.lines().get(0));
        assertThat(first.path("id").asText()).isEqualTo("minhai-daily/2024-07-21/3/1");
        assertThat(first.path("headline").asText()).isEqualTo("云汀市图书馆昨日开馆");
        assertThat(first.path("reporters")).extracting(JsonNode::asText).containsExactly("林小满");
        assertThat(first.path("body").get(0).path("text").asText()).contains("藏书八十万册");
        assertThat(first.has("continuedTo")).isTrue();
    }

    @Test
    void whatIsSaidOnTheCommandLineComesBeforeTheFilesName() throws IOException {
        Path page = Files.writeString(folder.resolve("minhai-daily-2024-07-21-p3.txt"), PAGE);

        CommandLineRun run = CommandLineRun.of("extract", "--json", "--date", "2024-07-22", page.toString());

        assertThat(json.readTree(run.lines().get(0)).path("pageId").asText()).isEqualTo("minhai-daily/2024-07-22/3");
    }

    @Test
    void aFolderGivesOneFileForEachPage() throws IOException {
        Files.writeString(folder.resolve("one.txt"), PAGE);
        Files.writeString(folder.resolve("two.md"), "# 临川县春茶上市\n\n" + "临川县今年的春茶昨日上市，茶农喜笑颜开。\n");
        Files.writeString(folder.resolve(".hidden.txt"), PAGE);
        Path output = folder.resolve("out");

        CommandLineRun run = CommandLineRun.of("extract", "--json", "--output", output.toString(), folder.toString());

        assertThat(run.code()).isZero();
        assertThat(output).isDirectoryContaining("glob:**/one.jsonl").isDirectoryContaining("glob:**/two.jsonl");
        try (var files = Files.list(output)) {
            assertThat(files).hasSize(2);
        }
        assertThat(Files.readAllLines(output.resolve("one.jsonl"))).hasSize(2);
    }

    @Test
    void twoPagesThatWouldOverwriteEachOtherAreRefused() throws IOException {
        Path a = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("p.txt"), PAGE);
        Path b = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("p.txt"), PAGE);

        CommandLineRun run =
                CommandLineRun.of("extract", "--output", folder.resolve("out").toString(), a.toString(), b.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("p.jsonl");
    }

    @Test
    void aPagesFurnitureStandsBesideItsArticles() throws IOException {
        Path page = Files.writeString(
                folder.resolve("minhai-daily-2024-07-21-p3.txt"), "闽海日报 2024年7月21日 星期日 第3版\n\n" + PAGE);

        CommandLineRun asJson = CommandLineRun.of("extract", "--json", page.toString());
        CommandLineRun asText = CommandLineRun.of("extract", page.toString());

        assertThat(asJson.lines()).hasSize(2).allSatisfy(line -> {
            JsonNode furniture = json.readTree(line).path("pageFurniture");
            assertThat(furniture).hasSize(1);
            assertThat(furniture.get(0).path("line").asInt()).isEqualTo(1);
            assertThat(furniture.get(0).path("text").asText()).startsWith("闽海日报 2024年7月21日");
        });
        assertThat(asText.out()).contains("minhai-daily/2024-07-21/3  furniture", "   1  闽海日报 2024年7月21日");
    }

    @Test
    void aPageThatIsAllFurnitureStillTellsIt() throws IOException {
        Path page = Files.writeString(folder.resolve("minhai-daily-2024-07-21-p3.txt"), "闽海日报 2024年7月21日 星期日 第3版\n");

        CommandLineRun run = CommandLineRun.of("extract", "--json", page.toString());

        JsonNode only = json.readTree(run.lines().get(0));
        assertThat(run.lines()).hasSize(1);
        assertThat(only.path("pageId").asText()).isEqualTo("minhai-daily/2024-07-21/3");
        assertThat(only.path("pageFurniture").get(0).path("text").asText()).startsWith("闽海日报");
        assertThat(only.has("headline")).isFalse();
    }

    @Test
    void aStoryThatGoesOnOnTheSecondPageOfTheFileIsOneArticle() throws IOException {
        Path page = Files.writeString(
                folder.resolve("scan-0042.txt"),
                "云汀日报 2024年3月12日 第1版\n\n东门大桥主体完工\n\n本报讯 昨日上午，东门大桥主体结构全部完工。（下转第2版）\n\n"
                        + "云汀日报 2024年3月12日 第2版\n\n（上接第1版）项目负责人吴建平说，东门大桥预计今年9月通车。\n");

        CommandLineRun run = CommandLineRun.of("extract", "--json", page.toString());

        assertThat(run.lines())
                .singleElement()
                .asString()
                .contains("\"issueDate\":\"2024-03-12\"", "项目负责人吴建平", "2024-03-11")
                .doesNotContain("（上接第1版）项目");
    }

    @Test
    void aBadPageDoesNotKeepTheOthersFromBeingExtracted() throws IOException {
        Path empty = Files.writeString(folder.resolve("a-empty.txt"), " \n");
        Path good = Files.writeString(folder.resolve("b-good.txt"), PAGE);

        CommandLineRun run = CommandLineRun.of("extract", "--json", empty.toString(), good.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("a-empty.txt", "no text");
        assertThat(run.lines()).hasSize(2);
    }

    @Test
    void aPageComesFromStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLineRun run = CommandLineRun.of("extract", "--json", "-");

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("unknown/undated/stdin/1", "云汀市图书馆昨日开馆");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void explainShowsEveryLineWithItsRoleAndEachArticleWithItsReasons() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);

        CommandLineRun run = CommandLineRun.of("extract", "--explain", page.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines()).anyMatch(line -> line.matches(" *1 +1 headline +云汀市图书馆昨日开馆.*"));
        assertThat(run.lines()).anyMatch(line -> line.matches(" *3 +1 body +本报讯（记者 林小满）.*"));
        assertThat(run.lines()).anyMatch(line -> line.startsWith("story 2  临川县春茶上市"));
        assertThat(run.out()).contains("begins with 本报讯");
        assertThat(run.lines())
                .as("what a heading is made of, in words")
                .anyMatch(
                        line -> line.matches(" +· as a heading \\d+\\.\\d: .*a story begins right below its block .*"));
        assertThat(run.lines())
                .as("the runner-up of a headline, with both scores")
                .anyMatch(line -> line.matches("  - second best: “临川县春茶上市” .* instead of \\d+\\.\\d"));
        assertThat(run.lines()).anyMatch(line -> line.matches("  - confidence 0\\.\\d\\d: .*"));
        assertThat(run.lines())
                .as("the evidence for a topic")
                .anyMatch(line ->
                        line.matches("  - topic 01000000 \\S+ 0\\.\\d\\d \\(headline \\d+ %, lead \\d+ %\\): .*图书馆.*"));
        assertThat(run.lines()).as("the reason of a genre").anyMatch(line -> line.matches("  - genre [a-z-]+: .+"));
    }

    @Test
    void explainWithJsonIsAWrongCommandLine() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);

        assertThat(CommandLineRun.of("extract", "--explain", "--json", page.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void oneLabelForSeveralPagesIsAWrongCommandLine() throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), PAGE);
        Path b = Files.writeString(folder.resolve("b.txt"), PAGE);

        assertThat(CommandLineRun.of("extract", "--page", "1", a.toString(), b.toString())
                        .code())
                .isEqualTo(2);
    }
}
