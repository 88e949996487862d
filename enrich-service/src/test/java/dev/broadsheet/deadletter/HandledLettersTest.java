package dev.broadsheet.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class HandledLettersTest {

    @Property
    void whatWasDecidedIsKnownAfterTheNextStartAndNothingElseIs(
            @ForAll Set<@LongRange(max = 200) Long> first, @ForAll Set<@LongRange(max = 200) Long> second) {
        HandledLetters once = HandledLetters.of(0, "").with(first);
        HandledLetters twice = HandledLetters.of(once.mark(), once.metadata()).with(second);
        HandledLetters read = HandledLetters.of(twice.mark(), twice.metadata());

        for (long number = 0; number <= 200; number++) {
            assertThat(read.contains(number))
                    .as("letter %d", number)
                    .isEqualTo(first.contains(number) || second.contains(number));
        }
    }

    @Example
    void theMarkMovesOverWhatIsDecidedWithoutAGap() {
        HandledLetters handled = HandledLetters.of(0, "").with(List.of(0L, 1L, 2L, 5L, 7L, 8L));

        assertThat(handled.mark()).isEqualTo(3);
        assertThat(handled.metadata()).isEqualTo("2,4-5");
    }

    @Example
    void decisionsThatLieTooFarApartAreRefusedBeforeTheBrokerRefusesThem() {
        List<Long> everySecond =
                LongStream.range(0, 3000).map(i -> 2 * i + 1).boxed().toList();

        assertThatThrownBy(() -> HandledLetters.of(0, "").with(everySecond))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("oldest first");
    }
}
