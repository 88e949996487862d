package dev.broadsheet.enrich.entity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Trains the tagger that the program carries, and says how well it does on sentences it has not seen. */
public final class TrainTagger {

    private TrainTagger() {}

    public static void main(String[] arguments) throws IOException {
        Path learn = Path.of(arguments[0]);
        Path check = Path.of(arguments[1]);
        Path target = Path.of(arguments[2]);
        Lexicon lexicon = Lexicon.load();
        Gazetteer gazetteer = Gazetteer.load();
        Training training = new Training(10, 2);
        List<Sentences.Sentence> sentences = Sentences.read(learn);
        for (Sentences.Sentence s : sentences) {
            training.add(new Features(Letters.of(s.text()), lexicon, gazetteer), s.entities());
        }
        TagModel model = training.train("trained on " + sentences.size() + " sentences");
        try (OutputStream out = Files.newOutputStream(target)) {
            model.write(out);
        }
        System.out.println(model.size() + " observations, " + Files.size(target) + " bytes");
        EntityRecognizer recognizer = new EntityRecognizer(lexicon, gazetteer, model);
        int[] hits = new int[4], said = new int[4], gold = new int[4];
        long start = System.nanoTime();
        int chars = 0;
        for (Sentences.Sentence s : Sentences.read(check)) {
            chars += s.text().length();
            List<Entity> found = recognizer.recognize(s.text());
            Set<Entity> right = new HashSet<>(s.entities());
            for (Entity e : found) {
                for (int k : new int[] {e.type().ordinal(), 3}) {
                    said[k]++;
                    hits[k] += right.contains(e) ? 1 : 0;
                }
            }
            for (Entity e : right) {
                gold[e.type().ordinal()]++;
                gold[3]++;
            }
        }
        System.out.printf("%,.0f chars/s%n", chars * 1e9 / (System.nanoTime() - start));
        for (int k = 0; k < 4; k++) {
            System.out.printf(
                    "%-13s P %.4f R %.4f F1 %.4f%n",
                    k == 3 ? "all" : EntityType.values()[k].label(),
                    hits[k] / (double) said[k],
                    hits[k] / (double) gold[k],
                    2.0 * hits[k] / (said[k] + gold[k]));
        }
    }
}
