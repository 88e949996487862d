package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.entity.Entity;
import dev.broadsheet.enrich.entity.EntityType;
import dev.broadsheet.enrich.entity.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short forms that a story introduces itself: 云汀农村商业银行股份有限公司（以下简称“云汀农商行”）. */
final class ShortForms {

    private static final int LONGEST = 12;
    private static final int LONGEST_BRACKET = LONGEST + 8;
    private static final List<String> CUES = List.of("简称", "下称");
    private static final String AROUND = "“”\"'「」《》:为作 ";

    /** Short form to full name. */
    private final Map<String, String> full = new HashMap<>();

    private final List<Entity> mentions;

    private ShortForms(List<Entity> mentions) {
        this.mentions = mentions;
    }

    /** @param organizations of the story, in order, none overlapping */
    static ShortForms read(Reading reading, List<Entity> organizations) {
        ShortForms forms = new ShortForms(new ArrayList<>(organizations));
        for (Entity organization : organizations) {
            String form = introduced(reading, organization.end());
            if (form.length() > 1) {
                forms.full.put(form, reading.letters().substring(organization.start(), organization.end()));
            }
        }
        if (!forms.full.isEmpty()) {
            forms.findAll(reading);
        }
        return forms;
    }

    private static String introduced(Reading reading, int at) {
        int close = reading.letter(at) == '(' ? reading.find(')', at + 1, at + LONGEST_BRACKET) : -1;
        String inside = close < 0 ? "" : reading.letters().substring(at + 1, close);
        for (String cue : CUES) {
            int start = inside.indexOf(cue);
            if (start >= 0 && start <= cue.length()) {
                return stripped(inside.substring(start + cue.length()));
            }
        }
        return "";
    }

    private static String stripped(String form) {
        int start = 0;
        int end = form.length();
        while (start < end && AROUND.indexOf(form.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(form.charAt(end - 1)) >= 0) {
            end--;
        }
        return form.substring(start, end);
    }

    private void findAll(Reading reading) {
        Repeats known = new Repeats(full.keySet(), LONGEST);
        Spans taken = Spans.of(reading.length(), mentions);
        for (int at = 0; at < reading.length(); at++) {
            int length = known.startingAt(reading.letters(), at);
            if (length > 0 && taken.isFree(at, at + length)) {
                mentions.add(new Entity(EntityType.ORGANIZATION, at, at + length));
            }
        }
        mentions.sort(Comparator.comparingInt(Entity::start));
    }

    /** The organizations, and every mention of a short form. */
    List<Entity> mentions() {
        return mentions;
    }

    /** The full name that a short form stands for; the name itself where it is none. */
    String fullName(String name) {
        return full.getOrDefault(name, name);
    }
}
