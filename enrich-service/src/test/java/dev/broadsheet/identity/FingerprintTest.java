package dev.broadsheet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Property(tries = 200)
    void aTextResemblesItselfWhateverItsSpacesAndPunctuation(@ForAll("chinese") String text) {
        Fingerprint scanned = Fingerprint.of(text.replace("", " ") + "。");

        assertThat(scanned).isEqualTo(Fingerprint.of(text));
        assertThat(scanned.resemblance(Fingerprint.of(text))).isEqualTo(1.0);
    }

    @Property(tries = 200)
    void resemblanceIsMutualAndAShare(@ForAll("chinese") String one, @ForAll("chinese") String other) {
        Fingerprint a = Fingerprint.of(one);
        Fingerprint b = Fingerprint.of(other);

        assertThat(a.resemblance(b)).isEqualTo(b.resemblance(a)).isBetween(0.0, 1.0);
        assertThat(a.containment(b)).isEqualTo(b.containment(a)).isBetween(0.0, 1.0);
    }

    @Property(tries = 200)
    void itSurvivesBeingStored(@ForAll("chinese") String text) {
        Fingerprint fingerprint = Fingerprint.of(text);

        assertThat(fingerprint.toBytes().remaining()).isLessThanOrEqualTo(260);
        assertThat(Fingerprint.fromBytes(fingerprint.toBytes())).isEqualTo(fingerprint);
    }

    @Property(tries = 50)
    void aTextIsFoundInOneTwiceAsLong(@ForAll @IntRange(max = 10_000) int seed) {
        String half = letters(seed, 600);

        Fingerprint whole = Fingerprint.of(half + letters(seed + 20_000, 600));

        assertThat(Fingerprint.of(half).containment(whole)).isCloseTo(1.0, within(0.35));
        assertThat(Fingerprint.of(half).resemblance(whole)).isCloseTo(0.5, within(0.25));
    }

    @Property(tries = 50)
    void textsThatHaveNothingInCommonDoNotResembleEachOther(@ForAll @IntRange(max = 10_000) int seed) {
        assertThat(Fingerprint.of(letters(seed, 400)).containment(Fingerprint.of(letters(seed + 20_000, 400))))
                .isLessThan(0.1);
    }

    @Test
    void aTextWithoutLettersResemblesOnlyItsLike() {
        assertThat(Fingerprint.of("……").resemblance(Fingerprint.of(""))).isEqualTo(1.0);
        assertThat(Fingerprint.of("").containment(Fingerprint.of("云汀大桥"))).isZero();
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.strings().withCharRange('一', '鿿').ofMaxLength(300);
    }

    private static String letters(int seed, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('一' + random.nextInt(2_500)));
        }
        return text.toString();
    }
}
