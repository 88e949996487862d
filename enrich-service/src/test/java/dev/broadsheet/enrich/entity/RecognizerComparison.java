package dev.broadsheet.enrich.entity;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import dev.broadsheet.enrich.Evaluation;
import dev.broadsheet.enrich.entity.Sentences.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ansj.splitWord.analysis.NlpAnalysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Compares what Maven Central offers for finding names with the recognizer of this house, on the evaluation's sentences.
 * Prints a table: F1 by type where a library tells types, and the share of names that it cuts out whole.
 */
public final class RecognizerComparison {

    private RecognizerComparison() {}

    /** A word of a library's cut; the tag is empty where it tells none. */
    private record Word(int start, int end, String tag) {}

    public static void main(String[] arguments) throws IOException {
        List<Sentence> sentences = Sentences.read(Evaluation.path().resolve("ner/peoples-daily.dev.bio"));
        Map<String, Function<String, List<Word>>> candidates = new LinkedHashMap<>();
        candidates.put("HanLP portable", hanlp());
        candidates.put("ansj_seg NlpAnalysis", RecognizerComparison::ansj);
        candidates.put("jieba's dictionary", jieba());
        candidates.put("Lucene smartcn", smartcn());
        candidates.put("Broadsheet", ours());
        System.out.println("| recognizer | person | organization | place | all | names cut out whole |");
        System.out.println("|---|---|---|---|---|---|");
        candidates.forEach((name, cut) -> System.out.println("| " + name + " " + row(sentences, cut)));
    }

    private static String row(List<Sentence> sentences, Function<String, List<Word>> cut) {
        EntityScore score = new EntityScore();
        int whole = 0;
        int names = 0;
        for (Sentence sentence : sentences) {
            List<Word> words = cut.apply(sentence.text());
            score.add(sentence.entities(), entities(words));
            for (Entity entity : sentence.entities()) {
                names++;
                whole += words.stream().anyMatch(w -> w.start == entity.start() && w.end == entity.end()) ? 1 : 0;
            }
        }
        StringBuilder row = new StringBuilder();
        for (EntityType type : EntityType.values()) {
            row.append(String.format(Locale.ROOT, "| %.2f ", score.f1(type)));
        }
        return row + String.format(Locale.ROOT, "| %.2f | %.2f |", score.f1(), whole / (double) names);
    }

    /** Names as the tag sets of the Chinese Academy mark them: nr, nt, ns and their kinds. */
    private static List<Entity> entities(List<Word> words) {
        List<Entity> entities = new ArrayList<>();
        for (Word word : words) {
            EntityType type = word.tag.startsWith("nr")
                    ? EntityType.PERSON
                    : word.tag.startsWith("nt")
                            ? EntityType.ORGANIZATION
                            : word.tag.startsWith("ns") ? EntityType.PLACE : null;
            if (type != null) {
                entities.add(new Entity(type, word.start, word.end));
            }
        }
        return entities;
    }

    private static Function<String, List<Word>> hanlp() {
        Segment segment = HanLP.newSegment().enableAllNamedEntityRecognize(true).enableOffset(true);
        return text -> {
            List<Word> words = new ArrayList<>();
            for (Term term : segment.seg(text)) {
                words.add(new Word(term.offset, term.offset + term.length(), term.nature.toString()));
            }
            return words;
        };
    }

    private static List<Word> ansj(String text) {
        List<Word> words = new ArrayList<>();
        for (org.ansj.domain.Term term : NlpAnalysis.parse(text)) {
            words.add(new Word(term.getOffe(), term.getOffe() + term.getName().length(), term.getNatureStr()));
        }
        return words;
    }

    /** The likeliest cut by jieba's dictionary, with its tags; the library itself gives none out. */
    private static Function<String, List<Word>> jieba() {
        EntityRecognizer recognizer = EntityRecognizer.shared();
        return text -> {
            Reading reading = recognizer.read(text);
            List<Word> words = new ArrayList<>();
            for (int at = 0; at < reading.length(); at = reading.wordEnd(at)) {
                words.add(new Word(at, reading.wordEnd(at), reading.partOfSpeech(at)));
            }
            return words;
        };
    }

    private static Function<String, List<Word>> smartcn() {
        Analyzer analyzer = new SmartChineseAnalyzer();
        return text -> {
            List<Word> words = new ArrayList<>();
            try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
                OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    words.add(new Word(offset.startOffset(), offset.endOffset(), ""));
                }
                tokens.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        };
    }

    private static Function<String, List<Word>> ours() {
        EntityRecognizer recognizer = EntityRecognizer.shared();
        Map<EntityType, String> tags =
                Map.of(EntityType.PERSON, "nr", EntityType.ORGANIZATION, "nt", EntityType.PLACE, "ns");
        return text -> recognizer.recognize(text).stream()
                .map(entity -> new Word(entity.start(), entity.end(), tags.get(entity.type())))
                .toList();
    }
}
