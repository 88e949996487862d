package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the names of a story: recognizes them, then tells which mentions are of one and the same. Thread-safe. */
public final class NameReader {

    private final EntityRecognizer recognizer;

    public NameReader(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * The names of a story.
     *
     * @param bylineNames reporters and photographers, who are not people of the story
     */
    public Names read(String text, Set<String> bylineNames) {
        Printed printed = new Printed(text);
        List<Entity> entities = recognizer.recognize(text);
        List<Person> people = new ArrayList<>();
        byName(printed, entities, EntityType.PERSON).forEach((name, mentions) -> {
            if (!bylineNames.contains(name)) {
                people.add(new Person(name, null, mentions));
            }
        });
        List<Organization> organizations = new ArrayList<>();
        byName(printed, entities, EntityType.ORGANIZATION)
                .forEach((name, mentions) -> organizations.add(new Organization(name, null, mentions)));
        List<Place> places = new ArrayList<>();
        byName(printed, entities, EntityType.PLACE)
                .forEach((name, mentions) -> places.add(new Place(name, null, List.of(), mentions)));
        return new Names(people, organizations, places);
    }

    private static Map<String, List<Mention>> byName(Printed printed, List<Entity> entities, EntityType type) {
        Map<String, List<Mention>> mentions = new LinkedHashMap<>();
        for (Entity entity : entities) {
            if (entity.type() == type) {
                mentions.computeIfAbsent(printed.name(entity), unseen -> new ArrayList<>())
                        .add(new Mention(entity.start(), entity.end()));
            }
        }
        return mentions;
    }
}
