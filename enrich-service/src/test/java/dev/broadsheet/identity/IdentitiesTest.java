package dev.broadsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.identity.Identities.Known;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    /** One character in ten is misread. */
    private static final double OCR_NOISE = 0.1;

    @Property(tries = 100)
    void anotherScanInAnotherOrderKeepsEveryNumber(@ForAll @IntRange(max = 9_999) int seed) {
        Random random = new Random(seed);
        List<String> page = page(random, 1 + random.nextInt(20));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, page.size()).boxed().toList());
        Collections.shuffle(order, random);

        List<Integer> numbers = Identities.assign(
                known(page),
                order.stream()
                        .map(i -> Fingerprint.of(misread(page.get(i), random)))
                        .toList(),
                page.size() + 1);

        assertThat(numbers).isEqualTo(order.stream().map(i -> i + 1).toList());
    }

    @Property(tries = 100)
    void noNumberIsGivenTwiceAndNewOnesAreNew(@ForAll @IntRange(max = 9_999) int seed) {
        Random random = new Random(seed);
        List<String> before = page(random, random.nextInt(12));
        List<String> after = new ArrayList<>(page(random, random.nextInt(12)));
        before.stream().filter(text -> random.nextBoolean()).forEach(after::add);
        before.stream().filter(text -> random.nextInt(4) == 0).forEach(after::add);

        List<Integer> numbers = Identities.assign(
                known(before), after.stream().map(Fingerprint::of).toList(), 100);

        assertThat(numbers).doesNotHaveDuplicates().hasSameSizeAs(after);
        assertThat(numbers.stream().filter(number -> number > before.size())).allMatch(number -> number >= 100);
    }

    @Test
    void anArticleWhoseHeadlineWasCorrectedKeepsItsNumber() {
        String body = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通，预计明年五月通车。";

        assertThat(assign(List.of("云汀大侨主桥合龙\n" + body), "云汀大桥主桥昨日合龙\n" + body)).containsExactly(1);
    }

    @Test
    void anArticleSplitInTwoKeepsItsNumberOnItsLargerHalf() {
        String first = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通，预计明年五月通车，市民期盼已久。";
        String second = "临川县举行秋季农产品展销会，三十家合作社参展。";

        assertThat(assign(List.of(first + second), second, first)).containsExactly(2, 1);
    }

    @Test
    void twoNoticesOfTheSameWordsKeepTheirOrder() {
        String notice = "遗失声明：林小满遗失身份证，声明作废。";

        assertThat(assign(List.of(notice, notice), notice, notice, notice)).containsExactly(1, 2, 3);
    }

    @Test
    void anArticleThatComesBackGetsTheNumberThatItHad() {
        String text = "昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通。";
        List<Known> known = List.of(
                new Known(1, Fingerprint.of(text), false),
                new Known(2, Fingerprint.of("临川县举行秋季农产品展销会，三十家合作社参展。"), true));

        assertThat(Identities.assign(known, List.of(Fingerprint.of(text)), 3)).containsExactly(1);
    }

    @Test
    void aPageOfNothingButTheSameLineIsDoneInTime() {
        List<String> lines = Collections.nCopies(1_000, "云汀云汀云汀");

        assertThat(assign(lines, lines.toArray(String[]::new))).hasSize(1_000).doesNotHaveDuplicates();
    }

    private static List<Integer> assign(List<String> before, String... after) {
        return Identities.assign(
                known(before), List.of(after).stream().map(Fingerprint::of).toList(), before.size() + 1);
    }

    private static List<Known> known(List<String> page) {
        return IntStream.range(0, page.size())
                .mapToObj(i -> new Known(i + 1, Fingerprint.of(page.get(i)), true))
                .toList();
    }

    private static List<String> page(Random random, int articles) {
        return IntStream.range(0, articles)
                .mapToObj(i -> letters(random, 60 + random.nextInt(600)))
                .toList();
    }

    private static String misread(String text, Random random) {
        StringBuilder scanned = new StringBuilder();
        for (char letter : text.toCharArray()) {
            scanned.append(random.nextDouble() < OCR_NOISE ? letter(random) : letter);
        }
        return scanned.toString();
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letter(random));
        }
        return text.toString();
    }

    private static char letter(Random random) {
        return (char) ('一' + random.nextInt(2_500));
    }
}
