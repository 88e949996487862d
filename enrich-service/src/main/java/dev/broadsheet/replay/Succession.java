package dev.broadsheet.replay;

import static dev.broadsheet.replay.Answers.await;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.id.ArticleId;
import dev.broadsheet.schema.Article;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.stage.ArticleDigest;
import dev.broadsheet.topic.TopicReader;
import dev.broadsheet.topic.Topics;
import dev.broadsheet.topology.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A new version that ran beside the old one, into a topic of its own, takes its place: what it says otherwise is written into
 * the contract's topic of articles, and readers there see only that. Both tables are held in memory.
 */
public final class Succession {

    private final KafkaSettings settings;
    private final String oldId;
    private final String newId;
    private final String newArticles;
    private final Map<String, Article> before;
    private final Map<String, Article> after;

    /**
     * Reads what both versions say.
     *
     * @param settings client settings with {@code bootstrap.servers} and {@code schema.registry.url}
     * @param oldId prefix of the old version's application ids
     * @param newId prefix of the new version's
     * @param newArticles the new version's topic of articles
     * @throws ReplayException when that is the contract's own
     */
    public Succession(KafkaSettings settings, String oldId, String newId, String newArticles) {
        if (newArticles.equals(Topics.ARTICLES.name()) || newId.equals(oldId)) {
            throw new ReplayException("the new version must have an application id and a topic of articles of its own");
        }
        this.settings = settings;
        this.oldId = oldId;
        this.newId = newId;
        this.newArticles = newArticles;
        this.before = table(Topics.ARTICLES.name());
        this.after = table(newArticles);
    }

    /** Whether the new version has done all that the old one has; where it has not, what it lacks looks as if it were gone. */
    public boolean hasCaughtUp(StreamPosition oldStream, StreamPosition newStream) {
        return newStream.hasFinishedAllThatItTook() && newStream.hasTakenAllThatWasTakenBy(oldStream);
    }

    /** What the new version says otherwise; changes nothing. */
    public ReplayReport compare() {
        return report(Deed.SWITCH_DRY_RUN);
    }

    /**
     * Writes it, issue by issue, each in one transaction. Can be repeated when it was interrupted.
     *
     * @param oldStream position of the old version
     * @param newStream position of the new version
     * @throws ReplayException when one of them still runs, or the new one has not done all that the old one did
     */
    public ReplayReport perform(StreamPosition oldStream, StreamPosition newStream) {
        requireStopped();
        if (!hasCaughtUp(oldStream, newStream)) {
            throw new ReplayException(newId + " has not yet done all that " + oldId
                    + " did; start it again, wait until it has, and stop it");
        }
        try (Serde<Article> articles = AvroSerdes.serde(Article.class, settings.asMap());
                Producer<String, Article> producer =
                        new KafkaProducer<>(producerSettings(), new StringSerializer(), articles.serializer())) {
            producer.initTransactions();
            for (List<String> issue : differingByIssue()) {
                producer.beginTransaction();
                issue.forEach(id -> producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), id, after.get(id))));
                producer.commitTransaction();
            }
        } catch (KafkaException e) {
            throw new KafkaException("not everything could be written; repeat it", e);
        }
        return report(Deed.SWITCH);
    }

    private ReplayReport report(Deed deed) {
        List<ArticleChange> changes = ids().map(id -> new ArticleChange(id, before.get(id), after.get(id)))
                .toList();
        return ReplayReport.of(deed, after.size(), differing().size(), changes, 0);
    }

    /** Also what differs in bookkeeping alone: the new version believes that it has published it. */
    private List<String> differing() {
        return ids().filter(id -> !before.containsKey(id)
                        || !after.containsKey(id)
                        || !ArticleDigest.of(before.get(id)).equals(ArticleDigest.of(after.get(id))))
                .toList();
    }

    /** Within an issue a story goes on from page to page, so no reader may see half of what changes there. */
    private Collection<List<String>> differingByIssue() {
        return differing().stream()
                .collect(Collectors.groupingBy(
                        id -> ArticleId.parse(id).page().issue(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> config = Topics.producer(settings);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "broadsheet.switch." + newId);
        return config;
    }

    private Stream<String> ids() {
        TreeSet<String> ids = new TreeSet<>(ArticleOrder.BY_ID);
        ids.addAll(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream();
    }

    private Map<String, Article> table(String topic) {
        return ArticleTable.of(TopicReader.lenient(topic, Article.class, settings))
                .byId();
    }

    private void requireStopped() {
        try (Admin admin = Admin.create(new HashMap<String, Object>(settings.asMap()))) {
            for (Stage stage : Stage.values()) {
                for (String id : List.of(oldId, newId)) {
                    String group = id + "-" + stage.id();
                    if (isRunning(admin, group)) {
                        throw new ReplayException(group + " is running; stop both versions before " + newArticles
                                + " takes over (Kafka notices that a process has stopped after its session.timeout.ms,"
                                + " 45 s unless set otherwise)");
                    }
                }
            }
        }
    }

    private static boolean isRunning(Admin admin, String group) {
        try {
            return !await(admin.describeConsumerGroups(List.of(group))
                            .describedGroups()
                            .get(group))
                    .members()
                    .isEmpty();
        } catch (GroupIdNotFoundException e) {
            return false;
        }
    }
}
