package dev.broadsheet.enrich.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sentences with their names marked, read from a file of one character and one BIO tag a line. */
record Sentences(List<Sentence> sentences) {

    record Sentence(String text, List<Entity> entities) {}

    static List<Sentence> read(Path file) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> tags = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length == 2) {
                text.append(fields[0]);
                tags.add(fields[1]);
            } else if (!tags.isEmpty()) {
                sentences.add(new Sentence(text.toString(), entities(tags)));
                text.setLength(0);
                tags.clear();
            }
        }
        if (!tags.isEmpty()) {
            sentences.add(new Sentence(text.toString(), entities(tags)));
        }
        return sentences;
    }

    private static List<Entity> entities(List<String> tags) {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).startsWith("B-")) {
                continue;
            }
            String type = tags.get(i).substring(2);
            int end = i + 1;
            while (end < tags.size() && tags.get(end).equals("I-" + type)) {
                end++;
            }
            entities.add(new Entity(type(type), i, end));
        }
        return entities;
    }

    static EntityType type(String tag) {
        return switch (tag) {
            case "PER" -> EntityType.PERSON;
            case "ORG" -> EntityType.ORGANIZATION;
            case "LOC" -> EntityType.PLACE;
            default -> throw new IllegalArgumentException("unknown tag " + tag + "; PER, ORG and LOC are known");
        };
    }
}
