package dev.broadsheet.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TitleModelTest {

    @Property(tries = 200)
    void itsProbabilitiesSumToOneForAnyTitle(@ForAll String title) {
        assertThat(Arrays.stream(TitleModel.shared().probabilities(title)).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void readsRunsOfOneToThreeCharactersWithoutPunctuation() {
        assertThat(LongStream.of(Runs.of("看ＮＢＡ！球球")).mapToObj(Runs::text))
                .containsExactlyInAnyOrder("看", "n", "b", "a", "球", "球球", "看n", "nb", "ba", "看nb", "nba");
    }

    @Test
    void learnsTheMannerOfASubject() {
        TitleModel model = TitleModelTraining.train(List.of(
                title("海边小镇有什么好吃的", "10000000"),
                title("山里小镇有什么好玩的", "10000000"),
                title("河边小镇有什么好看的", "10000000"),
                title("主队客场再取一胜", "15000000"),
                title("主队主场再下一城", "15000000"),
                title("主队客场再失一球", "15000000")));

        int leisure = model.codes().indexOf("10000000");
        assertThat(model.probabilities("古村有什么好看的")[leisure]).isGreaterThan(0.5);
        assertThat(model.probabilities("主队再胜")[leisure]).isLessThan(0.5);
    }

    @Test
    void aTitleUnderTwoSubjectsIsContentWithEither() {
        TitleModel model = TitleModelTraining.train(List.of(
                new Title("球迷打球", Set.of("10000000", "15000000"), "test"),
                new Title("球迷看球", Set.of("10000000", "15000000"), "test"),
                new Title("球迷爱球", Set.of("10000000", "15000000"), "test"),
                title("厂长说厂", "04000000"),
                title("厂长看厂", "04000000"),
                title("厂长爱厂", "04000000")));

        assertThat(model.probabilities("球迷")[model.codes().indexOf("04000000")]).isLessThan(0.2);
    }

    @Test
    void trainingTwiceGivesTheSameModel() {
        List<Title> titles = List.of(
                title("甲乙丙丁", "10000000"), title("甲乙戊己", "15000000"), title("丙丁甲", "10000000"), title("丁", "15000000"));

        assertThat(TitleModelTraining.train(titles).probabilities("甲丁"))
                .isEqualTo(TitleModelTraining.train(titles).probabilities("甲丁"));
    }

    @Test
    void aBrokenModelFileSaysWhichLine() {
        assertThatThrownBy(() -> TitleModel.parse(List.of("01000000\t15000000", "bias\t0\t0", "胜\t1")))
                .hasMessageContaining("胜");
        assertThatThrownBy(() -> TitleModel.parse(List.of("01000000\t15000000", "胜\t1\t2")))
                .hasMessageContaining("bias");
    }

    @Test
    void anUnknownTitleGetsTheBiasesOnly() {
        TitleModel model = new TitleModel(List.of("01000000", "15000000"), new double[] {0, 0}, Map.of());

        assertThat(model.probabilities("无")).containsExactly(0.5, 0.5);
    }

    private static Title title(String text, String code) {
        return new Title(text, Set.of(code), "test");
    }
}
