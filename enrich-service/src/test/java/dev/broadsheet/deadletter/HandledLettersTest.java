package dev.broadsheet.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class HandledLettersTest {

    @Property
    void whatWasDecidedIsKnownAfterTheNextStartAndNothingElseIs(
            @ForAll Set<@LongRange(max = 200) Long> first, @ForAll Set<@LongRange(max = 200) Long> second) {
        HandledLetters once = HandledLetters.of(0, "").with(first, upTo(200));
        HandledLetters twice = HandledLetters.of(once.mark(), once.metadata()).with(second, upTo(200));
        HandledLetters read = HandledLetters.of(twice.mark(), twice.metadata());

        for (long number = 0; number <= 200; number++) {
            assertThat(read.contains(number))
                    .as("letter %d", number)
                    .isEqualTo(first.contains(number) || second.contains(number));
        }
    }

    @Example
    void theMarkMovesOverWhatIsDecidedWithoutAGap() {
        HandledLetters handled = HandledLetters.of(0, "").with(List.of(0L, 1L, 2L, 5L, 7L, 8L), upTo(8));

        assertThat(handled.mark()).isEqualTo(3);
        assertThat(handled.metadata()).isEqualTo("2,4-5");
    }

    /** A letter a transaction: behind each lies the marker of its end. */
    @Example
    void whereNothingIsUndecidedAnyNumberOfDecisionsIsKept() {
        HandledLetters handled = HandledLetters.of(0, "");
        SortedSet<Long> letters = new TreeSet<>();
        for (long letter = 0; letter < 6000; letter += 2) {
            letters.add(letter);
            handled = HandledLetters.of(handled.mark(), handled.metadata()).with(List.of(letter), letters);
        }

        assertThat(handled.mark()).isEqualTo(5999);
        assertThat(handled.metadata()).isEmpty();
        assertThat(handled.contains(6000)).isFalse();
    }

    @Example
    void aLetterThatAnotherOperatorDecidedSinceTheListWasReadStaysDecided() {
        HandledLetters handled = HandledLetters.of(4, "6").with(List.of(6L), upTo(7));

        assertThat(handled.contains(10)).isTrue();
        assertThat(handled.contains(8)).isFalse();
    }

    @Example
    void decisionsThatLieTooFarApartAreRefusedBeforeTheBrokerRefusesThem() {
        List<Long> everySecond =
                LongStream.range(0, 3000).map(i -> 2 * i + 1).boxed().toList();

        assertThatThrownBy(() -> HandledLetters.of(0, "").with(everySecond, upTo(6000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("oldest first");
    }

    private static SortedSet<Long> upTo(long last) {
        return LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
