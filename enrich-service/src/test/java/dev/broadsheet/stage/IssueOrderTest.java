package dev.broadsheet.stage;

import static dev.broadsheet.stage.Scans.BRIDGE;
import static dev.broadsheet.stage.Scans.BRIDGE_GOES_ON;
import static dev.broadsheet.stage.Scans.CLINIC;
import static dev.broadsheet.stage.Scans.FLOOD;
import static dev.broadsheet.stage.Scans.FLOOD_GOES_ON;
import static dev.broadsheet.stage.Scans.FRUIT;
import static dev.broadsheet.stage.Scans.ISSUE;
import static dev.broadsheet.stage.Scans.MARKET;
import static dev.broadsheet.stage.Scans.head;
import static dev.broadsheet.stage.Scans.headed;
import static dev.broadsheet.stage.Scans.middle;
import static dev.broadsheet.stage.Scans.page;
import static dev.broadsheet.stage.Scans.story;
import static dev.broadsheet.stage.Scans.tail;
import static dev.broadsheet.stage.Scans.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.SegmentedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What readers see of an issue never depends on when which of its pages came. */
class IssueOrderTest {

    /** What happens to each page, in the order in which it happens. Page 4 never comes. */
    private static final Map<String, List<SegmentedPage>> HISTORIES =
            Map.of("1", historyOfPage1(), "2", historyOfPage2(), "3", historyOfPage3());

    @Property(tries = 120)
    void whateverComesBeforeWhateverOnOtherPagesTheTableIsTheSame(@ForAll("anyOrder") List<String> labels) {
        Desk pageByPage = run(labels.stream().sorted().toList());
        Desk asItCame = run(labels);

        assertThat(asItCame.digests()).isEqualTo(pageByPage.digests());
        assertThat(asItCame.table)
                .containsOnlyKeys(
                        ISSUE + "1/1", ISSUE + "1/2", ISSUE + "1/3", ISSUE + "1/5", ISSUE + "2/2", ISSUE + "3/3");
        assertThat(asItCame.text("1/1")).isEqualTo(BRIDGE + BRIDGE_GOES_ON);
        assertThat(asItCame.text("1/2")).isEqualTo(FLOOD + FLOOD_GOES_ON);
        assertThat(asItCame.text("1/3")).isEqualTo(MARKET + "（下转第4版）");
    }

    /** Three stories go on elsewhere; the second scan has them in another order, one under another headline; the first comes once more. */
    private static List<SegmentedPage> historyOfPage1() {
        SegmentedPage first = page("1", 1, bridge(), head(FLOOD, "3"), head(MARKET, "4"), story(FRUIT));
        return List.of(
                first,
                page("1", 2, headed("老城菜市场", head(MARKET, "4")), flood(), story(CLINIC), bridge()),
                first,
                page("1", 2, story(FRUIT)));
    }

    /** The middle of the first story: taken back, and back again. */
    private static List<SegmentedPage> historyOfPage2() {
        Article middle = middle(BRIDGE_GOES_ON.substring(0, 15), "1", "3");
        return List.of(
                page("2", 1, middle, story(CLINIC + "（据云汀晚报）")),
                withdrawn("2", 2),
                page("2", 3, story(CLINIC.replace("乡村", "乡衬") + "（据云汀晚报）"), middle));
    }

    /** The end of two stories; one scan lacks that of the first, and the last repeats the headline over the second. */
    private static List<SegmentedPage> historyOfPage3() {
        Article end = tail(BRIDGE_GOES_ON.substring(15), "2");
        return List.of(
                page("3", 1, end, tail(FLOOD_GOES_ON, "1")),
                page("3", 2, tail(FLOOD_GOES_ON, "1"), story(FRUIT + "（据云汀晚报）")),
                page("3", 3, headed("东溪沿岸防汛演练", tail(FLOOD_GOES_ON, "1")), end, story(FRUIT + "（据云汀晚报）")));
    }

    private static Article bridge() {
        return head(BRIDGE, "2");
    }

    private static Article flood() {
        return headed("东溪沿岸防汛演练", head(FLOOD, "3"));
    }

    private static Desk run(List<String> labels) {
        Desk desk = new Desk();
        Map<String, Integer> next = new HashMap<>();
        for (String label : labels) {
            desk.receive(HISTORIES.get(label).get(next.merge(label, 1, Integer::sum) - 1));
        }
        return desk;
    }

    @Provide
    Arbitrary<List<String>> anyOrder() {
        return Arbitraries.shuffle(HISTORIES.entrySet().stream()
                .flatMap(page -> Collections.nCopies(page.getValue().size(), page.getKey()).stream())
                .toList());
    }

    @Property(tries = 100)
    void whateverHappensToAnIssueTheTableIsWhatItsNewestPagesSay(@ForAll @IntRange(max = 99_999) int seed) {
        Random random = new Random(seed);
        Desk lived = new Desk();
        Map<String, SegmentedPage> newest = new HashMap<>();
        for (int event = 1; event <= 25; event++) {
            SegmentedPage page = someScan(random, event);
            SegmentedPage known = newest.get(page.getPageId());
            if (known == null || known.getRevision() < page.getRevision()) {
                newest.put(page.getPageId(), page);
            }
            lived.receive(page);
        }
        Desk fresh = new Desk();
        newest.values().forEach(fresh::receive);

        assertThat(lived.texts()).containsExactlyInAnyOrderElementsOf(fresh.texts());
        assertThat(lived.idsPerText)
                .as("an id never points to another story")
                .allSatisfy((id, topics) -> assertThat(topics).hasSize(1));
    }

    private static SegmentedPage someScan(Random random, int event) {
        String label = Integer.toString(1 + random.nextInt(2));
        long revision = 1 + random.nextInt(event);
        if (random.nextInt(6) == 0) {
            return withdrawn(label, revision * 100 + event);
        }
        List<Article> articles = new ArrayList<>(List.of(story(FRUIT), story(CLINIC)));
        articles.add(label.equals("1") ? head(BRIDGE, "2") : tail(BRIDGE_GOES_ON, "1"));
        articles.removeIf(article -> random.nextInt(3) == 0);
        Collections.shuffle(articles, random);
        return page(label, revision * 100 + event, articles.toArray(Article[]::new));
    }
}
