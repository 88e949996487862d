package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityRecognizer;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.schema.Mention;
import dev.broadsheet.schema.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the names of a story: recognizes them, puts them right by the practice of newspapers, then tells which mentions
 * are of one and the same. Thread-safe.
 */
public final class NameReader {

    private final EntityRecognizer recognizer;
    private final Divisions divisions = Divisions.load();
    private final LocalBodies bodies = new LocalBodies();
    private final PlaceRules placeRules = new PlaceRules(divisions, bodies);
    private final OrganizationRules organizationRules = new OrganizationRules(new InstitutionRules(bodies), bodies);
    private final RoleReader roleReader = new RoleReader();
    private final PersonRules personRules = new PersonRules(roleReader);
    private final Bylines bylines = new Bylines();
    private final StoryPlaces storyPlaces = new StoryPlaces();
    private final OrganizationDesk organizationDesk = new OrganizationDesk(bodies);
    private final PlaceDesk placeDesk = new PlaceDesk(divisions);

    public NameReader(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * The names of a story.
     *
     * @param publication the newspaper's name; null where unknown
     * @param bylineNames reporters and photographers, who are not people of the story
     */
    public Names read(String text, String publication, Set<String> bylineNames) {
        return read(recognizer.read(text), text, publication, bylineNames);
    }

    /** As above, for a text that the recognizer has read already. */
    public Names read(Reading reading, String text, String publication, Set<String> bylineNames) {
        Printed printed = new Printed(text);
        Home home = Home.of(publication, divisions);
        List<Entity> places = placeRules.places(reading, home);
        ShortForms shortForms = ShortForms.read(reading, organizationRules.organizations(reading, places));
        List<Entity> organizations = shortForms.mentions();
        List<Entity> people = personRules.people(reading, organizations, places);
        return new Names(
                people(reading, printed, people, organizations, places, bylineNames),
                organizationDesk.gather(organizations, shortForms, printed, home),
                placeDesk.gather(
                        storyPlaces.of(reading, places, organizations, people),
                        Spans.of(reading.length(), organizations),
                        printed,
                        home));
    }

    private List<Person> people(
            Reading reading,
            Printed printed,
            List<Entity> people,
            List<Entity> organizations,
            List<Entity> places,
            Set<String> bylineNames) {
        Spans names = Spans.of(reading.length(), people);
        organizations.forEach(names::add);
        places.forEach(names::add);
        Roles roles = Roles.read(reading, roleReader, people, names, printed);
        Map<String, List<Entity>> mentions = new LinkedHashMap<>();
        for (Entity person : people) {
            String name = printed.name(person);
            if (!bylineNames.contains(name) && !bylines.holds(reading, person, names)) {
                mentions.computeIfAbsent(name, unseen -> new ArrayList<>()).add(person);
            }
        }
        personRules.joinAddressed(mentions);
        List<Person> found = new ArrayList<>();
        mentions.forEach((name, where) -> found.add(new Person(
                name,
                roles.fullest(where),
                where.stream().map(m -> new Mention(m.start(), m.end())).toList())));
        return found;
    }
}
