package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Laws that hold whatever anybody sends. */
class HostileInputTest {

    @Property
    void twoFileNamesNeverShareALabel(@ForAll("names") String one, @ForAll("names") String other) {
        Assume.that(!one.equals(other));
        assertThat(SourceLabel.of(one)).isNotEqualTo(SourceLabel.of(other));
    }

    @Property
    void everyFileNameMakesALabelThatAnIdCanHold(@ForAll @StringLength(min = 1, max = 400) String name) {
        PageSubmission page = PageMetadata.NONE
                .withMediaType("text/plain")
                .undated(SourceLabel.of(name))
                .submission(new byte[] {'x'});
        assertThat(page.id().page()).isNotEmpty();
    }

    @Property
    void anyBytesAreEitherAPageOrRefusedForAReason(
            @ForAll byte[] bytes, @ForAll("charsets") String charset, @ForAll("mediaTypes") String mediaType) {
        assertAnswered(() ->
                new PageMetadata("y", null, null, "1", mediaType, charset, null, null, Map.of()).submission(bytes));
    }

    @Property
    void anySidecarIsEitherReadOrRefusedForAReason(@ForAll("json") String text) {
        assertAnswered(() -> Sidecar.read("x.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property
    void whateverIsSaidOfAPageIsEitherTakenOrRefusedForAReason(
            @ForAll String publication, @ForAll String date, @ForAll String page, @ForAll String revision) {
        assertAnswered(
                () -> new PageMetadata(publication, null, date, page, "text/plain", null, revision, null, Map.of())
                        .submission(new byte[] {'x'}));
    }

    private static void assertAnswered(Runnable attempt) {
        try {
            attempt.run();
        } catch (PageRefusedException refused) {
            assertThat(refused.refusal().mayPass()).isFalse();
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab.\t\n/_ 头版\u2028")
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16", "GB2312", "Big5", "ISO-2022-CN", "x-none", "", "\u0000")
                .injectNull(0.3);
    }

    @Provide
    Arbitrary<String> mediaTypes() {
        return Arbitraries.of("text/plain", "text/markdown", "image/png", "", "*/*")
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                        "{", "}", "[", "]", "\"date\"", ":", ",", "1e999", "null", "\"\\ud800\"", "\"x\"", "attributes")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
    }
}
