package dev.broadsheet.ingest;

import dev.broadsheet.config.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A hot folder on a fake Kafka and a clock that stands still, for tests to be made of. */
abstract class HotFolderBench {

    static final String PAGE = "yunting-daily-2024-05-16-p1.txt";
    private static final int POLLS = 2;

    @TempDir
    Path folder;

    final FakeKafka kafka = new FakeKafka();
    final PageProducer producer = kafka.pageProducer();
    final IngestMetrics metrics = new IngestMetrics();
    final ManualClock clock = new ManualClock();
    HotFolder hotFolder;

    final void start() {
        start(Map.of());
    }

    final void start(Map<String, String> options) {
        start(options, producer::submit);
    }

    final void start(Map<String, String> options, Function<PageSubmission, Receipt> submit) {
        hotFolder = new HotFolder(folder, config(options).folder(), files(), submit, metrics, clock);
    }

    final void settle() {
        for (int i = 0; i < POLLS; i++) {
            hotFolder.poll();
        }
    }

    static IngestConfig config(Map<String, String> options) {
        Map<String, String> all = new HashMap<>();
        options.forEach((name, value) -> all.put("broadsheet.ingest.folder." + name, value));
        all.put("broadsheet.ingest.folder.stable-polls", Integer.toString(POLLS));
        return Configuration.of(all, KafkaSettings.of(Map.of())).ingest();
    }

    static PageFiles files() {
        return PageFiles.of(config(Map.of()));
    }

    final void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    final void writeUnchecked(String name, String text) {
        try {
            write(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void age(String name, int minutes) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(FakeKafka.NOW.minusSeconds(60L * minutes)));
    }

    final List<String> names(String subfolder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder.resolve(subfolder))) {
            entries.filter(Files::isRegularFile)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    /** Time stands still until a test moves it. */
    static final class ManualClock extends Clock {

        private Instant now = FakeKafka.NOW;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
