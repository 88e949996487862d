package dev.broadsheet.enrich.entity;

import dev.broadsheet.enrich.entity.Sentences.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Trains the tagger that the program carries.
 *
 * <p>The dictionary knows most names that the training sentences print, for both are of one time; a tagger that sees only
 * this learns to believe the dictionary and fails on today's names. So it learns every sentence three times: twice with
 * the whole dictionary, once with half of its names left out.
 *
 * <p>Usage: {@code TrainTagger SENTENCES.bio TAGGER.model.gz [CHECK.bio]}
 */
public final class TrainTagger {

    private static final int ROUNDS = 14;
    private static final int RAREST = 3;
    private static final Set<String> NAMES = Set.of("nr", "nrt", "nrfg", "ns", "nt", "nz");

    private TrainTagger() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("usage: TrainTagger SENTENCES.bio TAGGER.model.gz [CHECK.bio]");
        }
        Path source = Path.of(arguments[0]);
        TagModel model = train(Sentences.read(source), source.getFileName().toString());
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            model.write(out);
        }
        System.out.println(model.provenance());
        if (arguments.length > 2) {
            EntityRecognizer recognizer = new EntityRecognizer(Lexicon.load(), Gazetteer.load(), model);
            EntityScore score = new EntityScore();
            Sentences.read(Path.of(arguments[2])).forEach(s -> score.add(s.entities(), recognizer.recognize(s.text())));
            System.out.println(score);
        }
    }

    static TagModel train(List<Sentence> sentences, String source) {
        Lexicon whole = Lexicon.load();
        Lexicon half = Lexicon.load((word, tag) -> !isName(word, tag) || word.hashCode() % 2 == 0);
        Gazetteer gazetteer = Gazetteer.load();
        Training training = new Training(ROUNDS, RAREST);
        for (Lexicon lexicon : List.of(whole, whole, half)) {
            sentences.forEach(s -> training.add(features(s, lexicon, gazetteer), s.entities()));
        }
        return training.train("averaged structured perceptron, " + ROUNDS + " rounds over " + sentences.size()
                + " sentences of " + source + ", each three times");
    }

    private static Features features(Sentence sentence, Lexicon lexicon, Gazetteer gazetteer) {
        return new Features(Letters.of(sentence.text()), lexicon, gazetteer);
    }

    private static boolean isName(String word, String tag) {
        return word.length() > 1 && NAMES.contains(tag);
    }
}
