package dev.broadsheet.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an archive names its files, e.g. {@code {publication}-{date}-p{page}}. It is held against a file's name without its
 * ending. {@code {publication}} stands for letters, digits and hyphens, {@code {date}} for 2024-07-21 or 20240721,
 * {@code {page}} for letters and digits; everything else stands for itself, whatever its case.
 */
public final class FileNamePattern {

    /** How files are named unless configuration says otherwise. */
    public static final String DEFAULT = "{publication}-{date}-p{page}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final Pattern pattern;

    private FileNamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it has no or unknown placeholders, one of them twice, or two that touch
     */
    public static FileNamePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            if (placeholder.start() == end && end > 0) {
                throw wrong(text, "put something between two placeholders");
            }
            regex.append(Pattern.quote(text.substring(end, placeholder.start())))
                    .append(group(text, placeholder.group(1)));
            end = placeholder.end();
        }
        if (end == 0) {
            throw wrong(text, "use {publication}, {date} or {page}");
        }
        regex.append(Pattern.quote(text.substring(end)));
        try {
            return new FileNamePattern(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
        } catch (IllegalArgumentException e) {
            throw wrong(text, "use each placeholder once");
        }
    }

    private static String group(String text, String name) {
        return switch (name) {
            case "publication" -> "(?<publication>[a-z0-9]+(?:-[a-z0-9]+)*)";
            case "date" -> "(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8})";
            case "page" -> "(?<page>[a-z0-9]+)";
            default -> throw wrong(text, "{" + name + "} is not one of {publication}, {date}, {page}");
        };
    }

    private static IllegalArgumentException wrong(String text, String remedy) {
        return new IllegalArgumentException("The file name pattern \"" + text + "\" cannot be used: " + remedy + ".");
    }

    /** What a file's name says; empty where it does not match. */
    Optional<PageMetadata> read(String fileName) {
        Matcher name = pattern.matcher(MediaTypes.stem(fileName));
        if (!name.matches()) {
            return Optional.empty();
        }
        String publication = group(name, "publication");
        return Optional.of(new PageMetadata(
                publication == null ? null : publication.toLowerCase(Locale.ROOT),
                null,
                isoDay(group(name, "date")),
                label(group(name, "page")),
                null,
                null,
                null,
                null,
                Map.of()));
    }

    private String group(Matcher name, String group) {
        return pattern.toString().contains("(?<" + group + ">") ? name.group(group) : null;
    }

    private static String isoDay(String date) {
        return date == null || date.length() != 8
                ? date
                : date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
    }

    /** Page 01 of a file name is page 1 of the issue, as its jump lines call it; letters (a01: A01) are capitals. */
    private static String label(String page) {
        return page == null ? null : page.replaceFirst("^0+(?=\\d+$)", "").toUpperCase(Locale.ROOT);
    }
}
