package dev.broadsheet.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.entity.Sentences.Sentence;
import dev.broadsheet.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** News as other houses write it: not the paper, the years and the subjects that the tagger learned from. */
class AnotherHouseTest {

    private static final Pattern NAME = Pattern.compile("\\[(PER|ORG|LOC) ([^]]+)]");

    @ParameterizedTest
    @CsvSource({"another-house.txt, 0.86", "further-houses.txt, 0.89", "local-houses.txt, 0.8"})
    void sentencesOfAnotherHouseGiveTheirNames(String house, double floor) {
        EntityScore score = new EntityScore();
        StringBuilder misses = new StringBuilder();
        for (Sentence sentence : sentences(house)) {
            List<Entity> found = EntityRecognizer.shared().recognize(sentence.text());
            score.add(sentence.entities(), found);
            if (!found.equals(sentence.entities())) {
                misses.append(printed(sentence.text(), sentence.entities()))
                        .append("\n  found ")
                        .append(printed(sentence.text(), found))
                        .append('\n');
            }
        }
        assertThat(score.f1()).as("%n%s%n%s", misses, score).isGreaterThan(floor);
    }

    private static List<Sentence> sentences(String house) {
        return ResourceLines.lines(AnotherHouseTest.class, house).stream()
                .map(AnotherHouseTest::sentence)
                .toList();
    }

    private static Sentence sentence(String marked) {
        StringBuilder text = new StringBuilder();
        List<Entity> names = new ArrayList<>();
        Matcher name = NAME.matcher(marked);
        while (name.find()) {
            name.appendReplacement(text, name.group(2));
            names.add(new Entity(
                    Sentences.type(name.group(1)), text.length() - name.group(2).length(), text.length()));
        }
        name.appendTail(text);
        return new Sentence(text.toString(), names);
    }

    private static String printed(String text, List<Entity> names) {
        return text
                + names.stream()
                        .map(name -> text.substring(name.start(), name.end()) + "/"
                                + name.type().name().substring(0, 3).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ", "  ", ""));
    }
}
