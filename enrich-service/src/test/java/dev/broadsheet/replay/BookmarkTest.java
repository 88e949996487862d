package dev.broadsheet.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.topology.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookmarkTest {

    @Test
    void whatARunWritesTheNextOneReads() {
        Bookmark bookmark =
                new Bookmark(Bookmark.digest(request(Stage.SEGMENT, 20)), Map.of(0, 17L, 5, 3L), Map.of(0, 2L));
        assertThat(Bookmark.parse(bookmark.metadata())).isEqualTo(bookmark);
    }

    @Test
    void aReplayMayResumeFasterButNotFromAnotherStage() {
        String digest = Bookmark.digest(request(Stage.SEGMENT, 20));
        assertThat(Bookmark.digest(request(Stage.SEGMENT, 500))).isEqualTo(digest);
        assertThat(Bookmark.digest(request(Stage.CLASSIFY, 20))).isNotEqualTo(digest);
    }

    @Test
    void aPositionThatSomethingElseWroteIsRefused() {
        assertThatThrownBy(() -> Bookmark.parse("1-3,7"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("another name");
    }

    private static ReplayRequest request(Stage from, double rate) {
        return new ReplayRequest("upgrade", from, ReplayFilter.ALL, rate, 200);
    }
}
