package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private static final String DATED = "yunting-daily-2024-05-16-p1.txt";

    @TempDir
    Path folder;

    private final PageFiles files = new PageFiles(FileNamePattern.of(FileNamePattern.DEFAULT), PageMetadata.NONE, 1000);

    @Test
    void aFileNamedByThePatternIsThatPage() throws IOException {
        PageSubmission page = files.read(write(DATED, "甲"));

        assertThat(page.id()).hasToString("yunting-daily/2024-05-16/1");
        assertThat(page.mediaType()).isEqualTo("text/plain");
        assertThat(page.charset()).isNull();
        assertThat(page.sourceUri()).isEqualTo(DATED);
    }

    @Test
    void anyOtherFileIsAnUndatedPageUnderItsOwnName() throws IOException {
        assertThat(files.read(write("头版.md", "甲")).id()).hasToString("unknown/undated/头版.md");
        assertThat(files.read(write("头版.txt", "甲")).id()).hasToString("unknown/undated/头版.txt");
    }

    @Test
    void aFileNameThatAnIdCannotHoldStillNeverSharesAPage() {
        assertThat(SourceLabel.of("a\tb.txt")).startsWith("a_b.txt_").isNotEqualTo(SourceLabel.of("a\nb.txt"));
        assertThat(SourceLabel.of("𠮷".repeat(200))).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void aSidecarSaysMoreThanTheName() throws IOException {
        write(
                "scan7.txt.json",
                "{\"publication\":\"yunting-daily\",\"publicationName\":\"云汀日报\",\"date\":\"2024-05-16\","
                        + "\"page\":2,\"charset\":\"UTF-8\",\"revision\":3,\"attributes\":{\"scanner\":\"左\",\"dpi\":300}}");

        PageSubmission page = files.read(write("scan7.txt", "甲"));

        assertThat(page.id()).hasToString("yunting-daily/2024-05-16/2");
        assertThat(page.publicationName()).isEqualTo("云汀日报");
        assertThat(page.charset()).isEqualTo("UTF-8");
        assertThat(page.revision()).isEqualTo(3);
        assertThat(page.attributes()).isEqualTo(Map.of("scanner", "左", "dpi", "300"));
    }

    @Test
    void aSidecarMayShareTheStemWhenOnlyOnePageHasIt() throws IOException {
        write("scan7.json", "{\"publication\":\"yunting-daily\"}");
        Path page = write("scan7.txt", "甲");
        assertThat(files.read(page).id().publication()).isEqualTo("yunting-daily");

        write("scan7.md", "乙");
        assertThat(refusal(page)).isEqualTo(Refusal.BAD_METADATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "not json",
                "{} {}",
                "{\"publicaton\":\"yunting-daily\"}",
                "{\"page\":\"1\",\"page\":\"2\"}",
                "{\"page\":[1]}",
                "{\"attributes\":\"x\"}",
                "{\"attributes\":{\"x\":{}}}"
            })
    void aSidecarThatCannotBeUnderstoodRefusesThePage(String json) throws IOException {
        write("scan7.txt.json", json);
        assertThat(refusal(write("scan7.txt", "甲"))).isEqualTo(Refusal.BAD_METADATA);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"date\":\"2024-02-30\",\"page\":\"1\"}',       BAD_DATE",
        "'{\"date\":\"16 May\",\"page\":\"1\"}',           BAD_DATE",
        "'{\"publication\":\"Yunting Daily\"}',           BAD_PUBLICATION",
        "'{\"date\":\"2024-05-16\",\"page\":\"a/b\"}',     BAD_PAGE",
        "'{\"date\":\"2024-05-16\"}',                     BAD_PAGE",
        "'{\"revision\":\"new\"}',                        BAD_REVISION",
        "'{\"revision\":-1}',                             BAD_REVISION",
        "'{\"mediaType\":\"image/png\"}',                 UNKNOWN_MEDIA_TYPE",
        "'{\"charset\":\"klingon\"}',                     BAD_CHARSET",
    })
    void whatIsSaidOfAPageIsChecked(String json, Refusal expected) throws IOException {
        write("scan7.txt.json", json);
        assertThat(refusal(write("scan7.txt", "甲"))).isEqualTo(expected);
    }

    @Test
    void anImpossibleDateInAFileNameIsRefusedRatherThanForgotten() throws IOException {
        assertThat(refusal(write("yunting-daily-2024-02-31-p1.txt", "甲"))).isEqualTo(Refusal.BAD_DATE);
    }

    @Test
    void aPageNumberWithoutADateStaysAnAttribute() throws IOException {
        write("scan7.txt.json", "{\"page\":\"3\"}");
        PageSubmission page = files.read(write("scan7.txt", "甲"));

        assertThat(page.id()).hasToString("unknown/undated/scan7.txt");
        assertThat(page.attributes()).containsEntry("page", "3");
    }

    @Test
    void theCommandLineHasTheLastWord() throws IOException {
        PageMetadata said = PageMetadata.NONE.withMediaType("text/markdown");
        assertThat(files.read(write(DATED, "甲"), said).mediaType()).isEqualTo("text/markdown");
    }

    @Test
    void aFileLargerThanTheBoundIsRefused() throws IOException {
        assertThat(files.read(write("fits.txt", "x".repeat(1000))).content()).hasSize(1000);
        assertThat(refusal(write("larger.txt", "x".repeat(1001)))).isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void anEndingThatStandsForNoMediaTypeIsRefused() throws IOException {
        assertThat(refusal(write("scan.pdf", "x"))).isEqualTo(Refusal.UNKNOWN_MEDIA_TYPE);
    }

    @Test
    void onlyPagesOfAFolderAreListed() throws IOException {
        for (String name : new String[] {
            "b.txt", "a.md", "c.txt.part", "d.tmp", "e.crdownload", ".hidden.txt", "a.md.json", "README.md", "f.txt~"
        }) {
            write(name, "x");
        }
        Files.createDirectory(folder.resolve("done"));

        assertThat(files.list(folder))
                .extracting(p -> p.getFileName().toString())
                .containsExactly("a.md", "b.txt");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Refusal refusal(Path file) {
        PageRefusedException refused = catchThrowableOfType(PageRefusedException.class, () -> files.read(file));
        return refused == null ? null : refused.refusal();
    }
}
