package dev.broadsheet.enrich.entity;

import dev.broadsheet.enrich.entity.Sentences.Sentence;
import dev.broadsheet.enrich.gazetteer.Division;
import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tells a training sentence over again with other people in other places, so that the tagger learns how names stand in
 * a sentence and not whom the papers of one year wrote about.
 */
final class Renaming {

    private final Random random;
    private final Divisions divisions = Divisions.load();
    private final Set<String> surnames = WordList.words("surnames.txt");
    private final List<String> common = surnames.stream().limit(120).toList();
    private final List<List<String>> places =
            List.of(shortNames(), endingIn("省"), endingIn("市"), endingIn("县"), endingIn("区"));
    private final List<String> givenNames;

    Renaming(List<Sentence> sentences, long seed) {
        random = new Random(seed);
        givenNames = sentences.stream()
                .flatMap(s -> s.entities().stream()
                        .filter(e -> isChinesePerson(s, e))
                        .map(e -> name(s, e).substring(1)))
                .toList();
    }

    private List<String> shortNames() {
        return divisions.names().stream()
                .filter(name -> !name.equals(full(name)))
                .sorted()
                .toList();
    }

    private List<String> endingIn(String kind) {
        return divisions.names().stream()
                .filter(name -> name.endsWith(kind))
                .sorted()
                .toList();
    }

    private String full(String name) {
        List<Division> named = divisions.named(name);
        return named.isEmpty() ? name : named.get(0).name();
    }

    private static String name(Sentence sentence, Entity entity) {
        return sentence.text().substring(entity.start(), entity.end());
    }

    private boolean isChinesePerson(Sentence sentence, Entity entity) {
        String name = name(sentence, entity);
        return entity.type() == EntityType.PERSON
                && (name.length() == 2 || name.length() == 3)
                && surnames.contains(name.substring(0, 1));
    }

    /** The sentence with other names where it has names of people or divisions; the same name stays the same. */
    Sentence retell(Sentence sentence) {
        StringBuilder text = new StringBuilder();
        List<Entity> entities = new ArrayList<>();
        java.util.Map<String, String> renamed = new java.util.HashMap<>();
        int from = 0;
        for (Entity entity : sentence.entities()) {
            text.append(sentence.text(), from, entity.start());
            String name = name(sentence, entity);
            String other = renamed.computeIfAbsent(name, printed -> other(sentence, entity, printed));
            entities.add(new Entity(entity.type(), text.length(), text.length() + other.length()));
            text.append(other);
            from = entity.end();
        }
        text.append(sentence.text(), from, sentence.text().length());
        return new Sentence(text.toString(), entities);
    }

    private String other(Sentence sentence, Entity entity, String name) {
        if (isChinesePerson(sentence, entity)) {
            return common.get(random.nextInt(common.size())) + givenNames.get(random.nextInt(givenNames.size()));
        }
        if (entity.type() == EntityType.ORGANIZATION) {
            return moved(name);
        }
        if (entity.type() != EntityType.PLACE || divisions.named(name).isEmpty()) {
            return name;
        }
        for (List<String> alike : places.subList(1, places.size())) {
            if (alike.contains(name)) {
                return pick(alike);
            }
        }
        return pick(places.get(0));
    }

    /** An organization that starts with a place moves to another one. */
    private String moved(String name) {
        for (int length = Math.min(name.length() - 2, 5); length >= 2; length--) {
            String start = name.substring(0, length);
            if (!divisions.named(start).isEmpty()) {
                for (List<String> alike : places.subList(1, places.size())) {
                    if (alike.contains(start)) {
                        return pick(alike) + name.substring(length);
                    }
                }
                return pick(places.get(0)) + name.substring(length);
            }
        }
        return name;
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
