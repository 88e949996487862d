package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roles of a story's people, one for each mention that states one. */
final class Roles {

    private final Map<Entity, String> ofMention = new HashMap<>();

    private Roles() {}

    /**
     * Reads the roles of all mentions.
     *
     * @param names people, organizations and places of the text
     */
    static Roles read(Reading reading, RoleReader reader, List<Entity> people, Spans names, Printed printed) {
        Roles roles = new Roles();
        for (Entity person : people) {
            roles.put(person, reader, reading, names, printed);
        }
        return roles;
    }

    private void put(Entity person, RoleReader reader, Reading reading, Spans names, Printed printed) {
        int start = reader.startOfRoleBefore(reading, person.start(), names);
        String role =
                start < person.start() ? printed.squeezed(start, person.start()) : inherited(reading, person, names);
        if (role == null || role.isEmpty() || reader.isAddress(role)) {
            int[] behind = reader.behind(reading, person.end());
            role = behind == null ? null : printed.squeezed(behind[0], behind[1]);
        }
        if (role != null) {
            ofMention.put(person, role);
        }
    }

    /** 市领导甲、乙、丙: one role for all names of the list. */
    private String inherited(Reading reading, Entity person, Spans names) {
        char link = reading.letter(person.start() - 1);
        boolean listed = link == '、' || link == '和' || link == ' ';
        Entity previous = listed ? names.endingAt(person.start() - 1) : null;
        return previous == null ? null : ofMention.get(previous);
    }

    /** The fullest of the roles that the mentions state; null where none does. */
    String fullest(List<Entity> mentions) {
        String fullest = null;
        for (Entity mention : mentions) {
            String role = ofMention.get(mention);
            if (role != null && (fullest == null || role.length() > fullest.length())) {
                fullest = role;
            }
        }
        return fullest;
    }
}
