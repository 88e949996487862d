package dev.broadsheet.replay;

import static dev.broadsheet.replay.Answers.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.id.PageId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.topic.Fencing;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Pipeline;
import dev.broadsheet.topology.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Sends pages of the archive, or published articles, through the running pipeline once more, beside live traffic.
 *
 * <p>Their bytes are passed on unchanged. Each batch and the position are one transaction, kept as the offsets of a consumer
 * group that bears the replay's name: an interrupted replay goes on exactly where it stopped, and two runs of one name
 * cannot work at once. A finished replay forgets its position.
 */
public final class Replay {

    private static final Duration STALLED = Duration.ofMinutes(3);

    private final KafkaSettings settings;
    private final Pipeline.TopicNames names;
    private final StreamPosition stream;

    /**
     * A replayer for one cluster.
     *
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @param names topics of the stream
     * @param stream watches the applications that will process what is sent
     */
    public Replay(KafkaSettings settings, Pipeline.TopicNames names, StreamPosition stream) {
        this.settings = settings;
        this.names = names;
        this.stream = stream;
    }

    /**
     * Runs or resumes a replay and waits until what it sent has passed the pipeline.
     *
     * @return what became of the articles since the replay began, in an earlier run perhaps
     * @throws ReplayException when it cannot begin or go on; what was sent stays sent, and it can be resumed
     */
    public ReplayReport run(ReplayRequest request, ReplayProgress progress) throws InterruptedException {
        Route route = Route.from(request.from(), names);
        try (TopicReader<Article> table = TopicReader.lenient(names.articles(), Article.class, settings);
                TopicReader<byte[]> letters =
                        new TopicReader<>(Topics.DEAD_LETTERS.name(), settings, new ByteArrayDeserializer());
                LiveWatch live = LiveWatch.of(names.articles(), settings);
                ArchivePassage passage = new ArchivePassage(request, route, settings, pace(request), progress)) {
            passage.bookmark().ifPresent(found -> requireSame(found, request)); // or it would end one that is at work
            passage.begin();
            Bookmark begin = passage.bookmark()
                    .map(found -> requireSame(found, request))
                    .orElseGet(() -> new Bookmark(Bookmark.digest(request), table.ends(), letters.ends()));
            Changes changes = new Changes(begin.articles());
            table.toEnd(changes::take);

            passage.send(begin, wanted(route, request.filter(), changes));
            if (!stream.awaitThrough(STALLED, progress::waiting)) {
                throw ReplayException.stalled("everything is sent", STALLED);
            }
            forgetPosition(request);

            table.toEnd(changes::take);
            letters.skipTo(begin.deadLetters());
            return changes.report(route, passage.read(), passage.sent(), letters, live.latency());
        } catch (KafkaException e) {
            throw Fencing.isFencedOff(e)
                    ? new ReplayException(
                            "another run of the replay '" + request.name()
                                    + "' has begun and goes on where this one was",
                            e)
                    : e;
        }
    }

    private Pace pace(ReplayRequest request) {
        return new Pace(request, stream::backlog, stream::isThrough, STALLED);
    }

    private static Bookmark requireSame(Bookmark found, ReplayRequest request) {
        if (!found.of().equals(Bookmark.digest(request))) {
            throw new ReplayException("the replay '" + request.name()
                    + "' was begun under another filter or stage; if it is at work, let it"
                    + " be, if not, repeat it; or give this one another name");
        }
        return found;
    }

    /** Of an article only how it is now: an earlier form, sent once more, would be published again until the newest follows. */
    private static Predicate<ConsumerRecord<String, byte[]>> wanted(Route route, ReplayFilter filter, Changes changes) {
        Map<String, PipelineVersion> versions = changes.oldestVersionsBefore();
        Predicate<PageId> pages = page -> filter.takes(page, versions.get(page.toString()));
        return record -> route.page(record.key()).filter(pages).isPresent()
                && (route.stage() == Stage.SEGMENT || changes.isNewest(record));
    }

    private void forgetPosition(ReplayRequest request) {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.asMap()))) {
            await(admin.deleteConsumerGroups(List.of(request.group())).all());
        } catch (GroupIdNotFoundException e) {
            // Nothing was sent, so there is no position.
        }
    }
}
