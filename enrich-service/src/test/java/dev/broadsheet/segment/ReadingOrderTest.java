package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** In which order the strips of a page are read once it is known where broken sentences go on. */
class ReadingOrderTest {

    private static final String PAGE = """
            云汀建成新码头

            本报讯（记者 林一）新码头昨日开港，第一艘渡船载着三百名乘客离岸，码头工人站在岸边，

            临川县开挖水渠

            本报讯（记者 江二）水渠从山脚挖起，全长十二公里，沿线七个村子的农民都来帮忙，县里派出

            向船上的人挥手。

            港务处说，年底还要再开一条航线。

            两台挖掘机。
            """;

    @Test
    void laterStripsMoveUpWhereHeadlinesStandAbove() {
        assertThat(order(Direction.BEFORE, joins(7, 1, 4, 3, 6))).containsExactly(0, 1, 4, 5, 2, 3, 6);
    }

    @Test
    void earlierStripsMoveDownWhereHeadlinesStandBelow() {
        assertThat(order(Direction.AFTER, joins(7, 1, 4, 3, 6))).containsExactly(0, 2, 3, 6, 1, 4, 5);
    }

    /** The second column goes on under an intertitle, is broken off at its foot, and is signed in the third. */
    @Test
    void aStripGoesOnUnderItsIntertitleAndIsSignedWhereItEnds() {
        List<Piece> pieces = pieces("""
                云汀建成新码头

                本报讯（记者 林一）新码头昨日开港，第一艘渡船载着三百名乘客离岸，码头工人站在岸

                临川县开挖水渠

                本报讯（记者 江二）水渠从山脚挖起，全长十二公里，县里派出两台挖掘机。

                边向船上的人挥手。

                船上的人们

                老船工说，他在江上摆渡三十年，从没见过这样大的

                市气象台预报，未来三天以晴为主。

                船，心里高兴。

                （何三）
                """);
        int[] joins = joins(10, 1, 4, 6, 8);

        assertThat(ReadingOrder.of(pieces, joins, Direction.BEFORE)).containsExactly(0, 1, 4, 5, 6, 8, 9, 2, 3, 7);
    }

    @Property
    void everyPieceIsReadOnceWhateverIsJoined(@ForAll long seed, @ForAll Direction direction) {
        Random random = new Random(seed);
        int[] joins = joins(7);
        List<Integer> free = new ArrayList<>(IntStream.range(1, 7).boxed().toList());
        for (int i = 0; i < joins.length; i++) {
            int from = i;
            List<Integer> below = free.stream().filter(to -> to > from).toList();
            if (!below.isEmpty() && random.nextBoolean()) {
                joins[i] = below.get(random.nextInt(below.size()));
                free.remove((Integer) joins[i]);
            }
        }

        assertThat(order(direction, joins)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    }

    private static List<Integer> order(Direction direction, int[] joins) {
        return ReadingOrder.of(pieces(PAGE), joins, direction);
    }

    private static List<Piece> pieces(String text) {
        Page page = new PageReaders().read(text.getBytes(StandardCharsets.UTF_8), "text/plain", null, null, null, null);
        Vocabulary words = Vocabulary.STANDARD;
        return new Segmenter()
                .pieces(new LineContext(Segmenter.printed(page), new CueFinder(words, new Bylines(words))));
    }

    /** Joins among so many pieces: from, to, from, to … */
    private static int[] joins(int pieces, int... pairs) {
        int[] joins = new int[pieces];
        Arrays.fill(joins, -1);
        for (int i = 0; i < pairs.length; i += 2) {
            joins[pairs[i]] = pairs[i + 1];
        }
        return joins;
    }
}
