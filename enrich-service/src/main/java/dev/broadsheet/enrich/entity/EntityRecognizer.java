package dev.broadsheet.enrich.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the names of people, organizations and places in a text. A structured perceptron over characters: its
 * dictionaries and gazetteers are evidence that it has learned to weigh, not lists it obeys, but for what {@link PlainPrint}
 * says.
 *
 * <p>Some 30 MB, so one for all. Thread-safe, and linear in the length of the text.
 */
public final class EntityRecognizer {

    /** A line is decoded at most this many characters at a time, so that memory stays bounded on hostile input. */
    private static final int LONGEST = 4_000;

    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final TagModel model;
    private final OfficeHolders holders = new OfficeHolders();

    /** The recognizer of this process: its dictionaries and its model are read when it is first asked for, and never again. */
    public static EntityRecognizer shared() {
        return Shared.RECOGNIZER;
    }

    private static final class Shared {
        static final EntityRecognizer RECOGNIZER =
                new EntityRecognizer(Lexicon.load(), Gazetteer.load(), TagModel.load());
    }

    EntityRecognizer(Lexicon lexicon, Gazetteer gazetteer, TagModel model) {
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
        this.model = model;
    }

    /**
     * The names in a text, in order, none overlapping. Line feeds end a passage: no name runs across one.
     *
     * @return offsets in code points of the text exactly as given
     */
    public List<Entity> recognize(String text) {
        return read(text).entities();
    }

    /** The names in a text with the words around them, for rules that go on from there. */
    public Reading read(String text) {
        char[] letters = Letters.of(text);
        Words words = new Words(letters.length);
        List<Entity> entities = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= letters.length; i++) {
            if (i == letters.length || letters[i] == '\n' || i - start == LONGEST) {
                read(Arrays.copyOfRange(letters, start, i), start, words, entities);
                start = i < letters.length && letters[i] == '\n' ? i + 1 : i;
            }
        }
        List<Entity> all = holders.added(new Reading(letters, words, entities));
        return new Reading(letters, words, all);
    }

    private void read(char[] passage, int offset, Words words, List<Entity> entities) {
        Features features = new Features(passage, lexicon, gazetteer);
        words.take(features.words(), offset);
        for (Entity found : PlainPrint.applied(Tags.entities(model.tag(features)), features)) {
            entities.add(new Entity(found.type(), found.start() + offset, found.end() + offset));
        }
    }
}
