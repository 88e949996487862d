package dev.broadsheet.enrich.name;

import dev.broadsheet.schema.Organization;
import dev.broadsheet.schema.Person;
import dev.broadsheet.schema.Place;
import java.util.List;

/** The people, organizations and places of one story, each once, in order of first mention. */
public record Names(List<Person> people, List<Organization> organizations, List<Place> places) {

    public Names {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
        places = List.copyOf(places);
    }
}
