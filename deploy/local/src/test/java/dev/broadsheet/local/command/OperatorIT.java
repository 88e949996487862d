package dev.broadsheet.local.command;

import static dev.broadsheet.local.command.Operator.PATIENCE;
import static dev.broadsheet.local.command.Operator.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.deadletter.DeadLetterDesk;
import dev.broadsheet.deadletter.DeadLetterWatch;
import dev.broadsheet.deadletter.FiledLetter;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.local.cluster.WithCluster;
import dev.broadsheet.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does on a cluster, by the commands alone. */
@WithCluster
class OperatorIT {

    private static final String APPLICATION = "operator";

    @TempDir
    private static Path folder;

    private static Operator operator;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start(Cluster cluster) {
        operator = Operator.ofStream(cluster, APPLICATION, folder.resolve("state"));
    }

    @AfterAll
    static void stop() {
        operator.close();
    }

    @Test
    void aPageIsSubmittedReplayedWithoutChangeWithdrawnAndGone() throws Exception {
        submit("operator-daily");
        List<String> published = operator.articles("--publication", "operator-daily");
        assertThat(published).singleElement().asString().contains("云汀市图书馆昨日开馆");
        assertThat(operator.articles("--publication", "operator-daily", "--from", "2024-07-22"))
                .isEmpty();

        String[] replay = {"replay", "--application-id", APPLICATION, "--publication", "operator-daily"};
        assertThat(operator.command(with(replay, "--dry-run")).out()).contains("unchanged 1, changed 0, new 0, gone 0");
        assertThat(operator.command(replay).out())
                .contains("replayed 1; articles unchanged 1, changed 0, new 0, gone 0");
        assertThat(operator.articles("--publication", "operator-daily")).isEqualTo(published);

        operator.command("withdraw", "operator-daily/2024-07-21/1");
        operator.awaitThrough();
        assertThat(operator.articles("--publication", "operator-daily")).isEmpty();
    }

    @Test
    void aDeadLetterIsRedrivenOnceAndItsNewFailureIsDiscarded() throws Exception {
        operator.send(Topics.PAGES.name(), "desk-daily/2024-07-21/1", new byte[] {42});
        operator.awaitThrough();
        JsonNode first = onlyOpen("desk-daily");
        String number = first.path("number").asText();

        assertThat(operator.command("dead-letters", "show", number).out()).contains("stackTrace");
        operator.command("dead-letters", "redrive", number);
        operator.awaitThrough();
        JsonNode second = onlyOpen("desk-daily");
        assertThat(second.path("number").asLong())
                .as("the same bytes fail again, as a letter of their own")
                .isGreaterThan(first.path("number").asLong());
        assertThat(second.path("redrives").asInt()).isEqualTo(1);

        CommandLineRun again = operator.run("dead-letters", "redrive", number);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("already");
        operator.awaitThrough();
        assertThat(onlyOpen("desk-daily")).isEqualTo(second);

        assertThat(letters("desk-daily", "--failed-before", "1h")).isEmpty();
        assertThat(letters("desk-daily", "--failed-within", "1h", "--stage", "segment"))
                .hasSize(1);
        operator.command("dead-letters", "discard", "--publication", "desk-daily");
        assertThat(letters("desk-daily")).isEmpty();
        assertThat(letters("desk-daily", "--all")).hasSize(2);
        assertThat(operator.command("dead-letters", "list", "--publication", "desk-daily")
                        .err())
                .contains("no such dead letter waits for a decision");
        assertThat(operator.gapsBetweenDecisions())
                .as("what is kept of decisions grows with the undecided letters alone")
                .isLessThanOrEqualTo(
                        operator.command("dead-letters", "list").lines().size());
    }

    @Test
    void aReplayTellsOfPagesThatBecomeDeadLettersAndEndsWithAFailure() {
        operator.send(Topics.PAGES.name(), "failing-daily/2024-07-21/1", new byte[] {42});
        operator.awaitThrough();

        CommandLineRun replay =
                operator.run("replay", "--application-id", APPLICATION, "--publication", "failing-daily");

        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.out()).contains("replayed 1; articles unchanged 0, changed 0, new 0, gone 0; dead letters 1");
    }

    @Test
    void anArticleThatFailedIsMadeAnewFromItsPageSoThatItIsNeverOlderThanThat() throws Exception {
        submit("anew-daily");
        List<String> published = operator.articles("--publication", "anew-daily");
        operator.send(Topics.SEGMENTED.name(), "anew-daily/2024-07-21/1/1", new byte[] {42});
        operator.awaitThrough();
        assertThat(onlyOpen("anew-daily").path("stage").asText()).isEqualTo("classify");

        operator.command("dead-letters", "redrive", "--publication", "anew-daily", "--stage", "classify");
        operator.awaitThrough();

        assertThat(letters("anew-daily")).as("the page is well").isEmpty();
        assertThat(operator.articles("--publication", "anew-daily")).isEqualTo(published);
    }

    @Test
    void twoOperatorsWhoRedriveAtOnceSendItBackOnce() throws Exception {
        operator.send(Topics.PAGES.name(), "twice-daily/2024-07-21/1", new byte[] {42});
        operator.awaitThrough();
        int operators = 3;
        CyclicBarrier together = new CyclicBarrier(operators);
        Callable<Boolean> redriving = () -> {
            try (DeadLetterDesk desk = new DeadLetterDesk(operator.settings())) {
                List<FiledLetter> letters = desk.letters().stream()
                        .filter(letter -> letter.open() && letter.subject().startsWith("twice-daily/"))
                        .toList();
                together.await();
                desk.redrive(letters);
                return true;
            } catch (IllegalArgumentException | IllegalStateException e) {
                return false; // decided already, or undone because another decided
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(operators);
        try {
            int done = 0;
            for (Future<Boolean> redriven : threads.invokeAll(List.of(redriving, redriving, redriving))) {
                done += redriven.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        operator.awaitThrough();
        assertThat(letters("twice-daily", "--all"))
                .as("the failure, and that of the one redrive")
                .hasSize(2);
    }

    @Test
    void howManyDeadLettersWaitAndHowLongIsTold() throws Exception {
        operator.send(Topics.PAGES.name(), "watched-daily/2024-07-21/1", new byte[] {42});
        operator.awaitThrough();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (DeadLetterWatch watch = DeadLetterWatch.start(operator.settings(), Duration.ofMillis(100))) {
            watch.bindTo(meters);
            await().atMost(PATIENCE).until(() -> open(meters) > 0);
            double before = open(meters);
            assertThat(meters.get("broadsheet.dead.letters.oldest.age").gauge().value())
                    .isPositive();

            operator.command("dead-letters", "discard", "--publication", "watched-daily");
            await().atMost(PATIENCE).until(() -> open(meters) == before - 1);
        }
    }

    private static double open(SimpleMeterRegistry meters) {
        return meters.get("broadsheet.dead.letters.open").gauge().value();
    }

    private static void submit(String publication) throws Exception {
        Path page = Files.writeString(folder.resolve(publication + "-2024-07-21-p1.txt"), """
                云汀市图书馆昨日开馆

                本报讯（记者 林小满）云汀市图书馆昨日正式开馆。新馆位于城东，藏书八十万册，设有儿童阅览区。
                """);
        assertThat(operator.command("submit", page.toString()).out())
                .startsWith(publication + "/2024-07-21/1 stored at ");
        operator.awaitThrough();
    }

    private JsonNode onlyOpen(String publication) throws Exception {
        List<JsonNode> letters = letters(publication);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private List<JsonNode> letters(String publication, String... more) throws Exception {
        String[] list = {"dead-letters", "list", "--json", "--publication", publication};
        List<JsonNode> letters = new ArrayList<>();
        for (String line : operator.command(with(list, more)).lines()) {
            letters.add(json.readTree(line));
        }
        return letters;
    }
}
