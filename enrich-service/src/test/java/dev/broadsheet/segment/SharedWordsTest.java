package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWordsTest {

    @Test
    void whatHeadlineAndTextShareIsNamedInWords() {
        assertThat(shared("江心洲步行桥主体合龙", "昨日，江心洲步行桥顺利合龙。")).containsExactly("江心洲步行桥", "合龙");
    }

    @Test
    void twoCharactersThatAreNoWordAreSharedByChance() {
        assertThat(shared("公园湖公开放", "湖公子")).isEmpty();
    }

    @Test
    void aLatinWordIsSharedWholeOrNotAtAll() {
        assertThat(shared("new bridge opens", "the bridge was opened")).containsExactly("bridge");
    }

    @Test
    void nothingIsSharedWithAnEmptyText() {
        assertThat(shared("步行桥通行", "")).isEmpty();
    }

    private static List<String> shared(String heading, String body) {
        return SharedWords.of(heading, body, 4, String::length);
    }
}
