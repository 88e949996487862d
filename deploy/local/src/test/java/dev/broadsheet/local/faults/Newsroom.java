package dev.broadsheet.local.faults;

import dev.broadsheet.config.KafkaSettings;
import dev.broadsheet.local.cluster.Cluster;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.DeadLetter;
import dev.broadsheet.schema.RawPage;
import dev.broadsheet.serde.AvroSerdes;
import dev.broadsheet.topic.KafkaTopic;
import dev.broadsheet.topic.TopicAdmin;
import dev.broadsheet.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sends pages of an invented newspaper to a cluster and reads what became of them. */
final class Newsroom implements AutoCloseable {

    private static final List<String> WORDS =
            List.of(("校舍 启用 学生 河道 清理 村民 果园 采摘 合作 大桥 合龙 工人 展览 开幕 观众 图书 借阅 街道 改造 老人 医生 培训 "
                            + "渔船 归港 台风 预警 稻田 丰收 公园 开放 球队 夺冠 剧团 巡演 路灯 更换 菜场 搬迁 森林 防火 邮局 延时 "
                            + "博物 捐赠 古井 修复 车站 扩建 茶叶 出口 电站 检修 雨水 回收 社区 食堂 少年 书法 比赛 志愿 服务")
                    .split(" "));

    private final Map<String, String> client;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serde<RawPage> pages;

    Newsroom(Cluster cluster) {
        client = cluster.config();
        try (Admin admin = Admin.create(new HashMap<String, Object>(client))) {
            new TopicAdmin(admin).ensure(Topics.all(), 1);
        }
        Map<String, Object> config = new HashMap<>(client);
        config.putAll(Topics.producerLimits());
        config.put("delivery.timeout.ms", "300000");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        pages = AvroSerdes.serde(RawPage.class, client);
    }

    KafkaSettings settings() {
        return KafkaSettings.of(client);
    }

    /**
     * Every third page sends a story to the page after it; all others end on their own page. No two stories share a passage, so that
     * none is a reprint of another, not even of another test's.
     */
    static List<RawPage> issue(String publication, int count) {
        List<RawPage> issue = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Random words = new Random((publication + number).hashCode());
            String text = sentence(words, 5) + "\n本报讯 （记者 林小满）" + sentence(words, 9) + "。" + sentence(words, 11) + "。"
                    + sentence(words, 8) + "。";
            if (number % 3 == 1 && number < count) {
                text += sentence(words, 6) + "（下转第" + (number + 1) + "版）";
            }
            if (number % 3 == 2) {
                text = "（上接第" + (number - 1) + "版）" + sentence(words, 12) + "。\n\n" + text;
            }
            issue.add(page(publication, Integer.toString(number), text));
        }
        return issue;
    }

    private static String sentence(Random words, int length) {
        return words.ints(length, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining());
    }

    static RawPage page(String publication, String label, String text) {
        return RawPage.newBuilder()
                .setPageId(publication + "/2024-07-21/" + label)
                .setPublication(publication)
                .setPublicationName("云汀日报")
                .setIssueDate("2024-07-21")
                .setPage(label)
                .setMediaType("text/plain")
                .setContent(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .setSha256("0".repeat(64))
                .setReceivedAt(Instant.parse("2024-07-21T08:00:00Z"))
                .setRevision(1)
                .build();
    }

    void send(Collection<RawPage> some) {
        some.forEach(page ->
                sendBytes(Topics.PAGES, page.getPageId(), pages.serializer().serialize(Topics.PAGES.name(), page)));
    }

    /** @param key null for none */
    void sendBytes(KafkaTopic<?> topic, String key, byte[] value) {
        byte[] raw = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic.name(), raw, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take " + key, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The articles of a publication that a read_committed reader sees in the end, by id. */
    Map<String, Article> table(String publication) {
        Map<String, Article> table = new TreeMap<>();
        published(publication).forEach(entry -> {
            table.remove(entry.getKey());
            if (entry.getValue() != null) {
                table.put(entry.getKey(), entry.getValue());
            }
        });
        return table;
    }

    /** Every record of a publication's articles that a read_committed reader sees, tombstones included. */
    List<Map.Entry<String, Article>> published(String publication) {
        return read(Topics.ARTICLES).stream()
                .filter(entry -> entry.getKey().startsWith(publication + "/"))
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS).stream().map(Map.Entry::getValue).toList();
    }

    private <V extends SpecificRecord> List<Map.Entry<String, V>> read(KafkaTopic<V> topic) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", "false");
        List<Map.Entry<String, V>> records = new ArrayList<>();
        try (Serde<V> serde = AvroSerdes.serde(topic.type(), client);
                KafkaConsumer<String, V> consumer =
                        new KafkaConsumer<>(config, new StringDeserializer(), serde.deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    // Not Map.entry: a tombstone has no value.
                    records.add(new java.util.AbstractMap.SimpleEntry<>(record.key(), record.value()));
                });
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
        pages.close();
    }
}
