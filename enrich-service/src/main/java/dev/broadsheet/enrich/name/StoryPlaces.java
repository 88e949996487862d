package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.Reading;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which of the places in a text are places of the story. One in the name of a public body is (云汀市政府); one in the name
 * of a company is only where that was registered.
 */
final class StoryPlaces {

    private final Set<String> selfNamed = WordList.words("self-named.txt");

    List<Entity> of(Reading reading, List<Entity> places, List<Entity> organizations, List<Entity> people) {
        Spans bodies = Spans.of(reading.length(), organizations);
        Spans persons = Spans.of(reading.length(), people);
        List<Entity> kept = new ArrayList<>();
        for (Entity place : places) {
            Entity body = bodies.at(place.start());
            boolean swallowed = body != null && place.equals(new Entity(place.type(), body.start(), body.end()));
            boolean registered = body != null && namesItself(reading, body);
            if (!swallowed && !registered && persons.isFree(place.start(), place.end())) {
                kept.add(place);
            }
        }
        return kept;
    }

    private boolean namesItself(Reading reading, Entity body) {
        String name = reading.letters().substring(body.start(), body.end());
        return selfNamed.stream().anyMatch(name::endsWith);
    }
}
