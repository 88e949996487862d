package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import java.util.ArrayList;
import java.util.List;

/** The people, organizations and places of one story, each once, in order of first mention. */
public record Names(List<Person> people, List<Organization> organizations, List<Place> places) {

    public Names {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
        places = List.copyOf(places);
    }

    /** Every mention of a name, type by type; places may stand within organizations. */
    public List<Entity> entities() {
        List<Entity> entities = new ArrayList<>();
        people.forEach(person -> add(EntityType.PERSON, person.getMentions(), entities));
        organizations.forEach(body -> add(EntityType.ORGANIZATION, body.getMentions(), entities));
        places.forEach(place -> add(EntityType.PLACE, place.getMentions(), entities));
        return entities;
    }

    private static void add(EntityType type, List<Mention> mentions, List<Entity> entities) {
        mentions.forEach(mention -> entities.add(new Entity(type, mention.getStart(), mention.getEnd())));
    }
}
