package dev.broadsheet.segment;

import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.schema.LineRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes a {@link Story} of its lines: clean text, names, dateline, jumps, line ranges. */
final class StoryBuilder {

    /** Characters that a reason quotes on either side of a cut. */
    private static final int QUOTED = 8;

    private final Vocabulary words;
    private final Bylines names;
    private final LocalDate issueDate;
    private final List<Integer> printedNumbers;

    private final List<BodyBlock> body = new ArrayList<>();
    private final List<Credits> writers = new ArrayList<>();
    private final List<Credits> pictures = new ArrayList<>();
    private final List<String> bylines = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();
    private final List<Numbered> placed = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Printed> paragraph = new ArrayList<>();
    private HeadlineGroup headlines = HeadlineGroup.none();
    private String continuedTo;
    private String continuedFrom;
    private Piece opening;

    private record Numbered(String role, int number) {}

    /**
     * @param printedNumbers numbers of the page's printed lines, ascending
     * @param issueDate null where unknown
     */
    StoryBuilder(Vocabulary words, Bylines names, LocalDate issueDate, List<Integer> printedNumbers) {
        this.words = words;
        this.names = names;
        this.issueDate = issueDate;
        this.printedNumbers = printedNumbers;
    }

    void headlines(HeadlineGroup group) {
        headlines = group;
        place("kicker", group.kicker());
        place("headline", group.headline());
        place("subheadline", group.subheadline());
    }

    void byline(Piece piece) {
        place("byline", piece.lines());
        bylines.add(Prose.paragraph(texts(piece.lines())));
        if (piece.cues().byline() != null) {
            writers.add(piece.cues().byline());
        }
    }

    /** A line that closes the story: who wrote it, or the signature of a house over its date, which is part of the text. */
    void signOff(Piece piece) {
        if (piece.cues().byline() != null && piece.cues().byline().isEmpty()) {
            paragraph(piece, false);
        } else {
            byline(piece);
        }
    }

    void intertitle(Piece piece) {
        endParagraph();
        place("intertitle", piece.lines());
        body.add(new BodyBlock(BlockType.intertitle, Prose.heading(piece.lines())));
    }

    /** @param joined whether the piece goes on in the middle of the sentence before it */
    void paragraph(Piece piece, boolean joined) {
        if (!joined) {
            endParagraph();
        } else if (!paragraph.isEmpty()
                && !follows(last(paragraph).number(), piece.firstLine().number())) {
            reasons.add(broken(last(paragraph), piece.firstLine()));
        }
        place("body", piece.lines());
        if (opening == null) {
            opening = piece;
            continuedFrom = piece.cues().jumpFrom();
        }
        if (piece.ending().jumpTo() != null) {
            continuedTo = piece.ending().jumpTo();
        }
        if (piece.ending().credit() != null) {
            writers.add(piece.ending().credit());
        } else if (piece.lines().size() > 1 && piece.ending().byline() != null) {
            writers.add(piece.ending().byline());
        }
        paragraph.addAll(piece.lines());
    }

    private static Printed last(List<Printed> lines) {
        return lines.get(lines.size() - 1);
    }

    private static String broken(Printed half, Printed other) {
        String end = Glyphs.tight(half.text());
        String start = Glyphs.tight(other.text());
        return "sentence broken off in line " + half.number() + " joined to line " + other.number() + ": "
                + end.substring(Math.max(0, end.length() - QUOTED)) + " | "
                + start.substring(0, Math.min(QUOTED, start.length()));
    }

    void caption(Piece piece) {
        place("caption", piece.lines());
        captions.add(Prose.paragraph(texts(piece.lines())));
        if (piece.ending().credit() != null) {
            pictures.add(piece.ending().credit());
        }
    }

    void reason(String reason) {
        reasons.add(reason);
    }

    Story build() {
        endParagraph();
        Datelines.Reading filed = opening == null ? null : Datelines.read(opening.tight(), opening.printed(), words);
        Dateline dateline = filed == null ? null : filed.dateline(issueDate);
        openingCredits();
        closingCredits();
        Set<String> reporters = new LinkedHashSet<>();
        Set<String> photographers = new LinkedHashSet<>();
        writers.forEach(credits -> {
            reporters.addAll(credits.reporters());
            photographers.addAll(credits.photographers());
        });
        pictures.forEach(credits -> {
            photographers.addAll(credits.photographers());
            photographers.addAll(credits.reporters());
        });
        cueReasons();
        return new Story(
                text(headlines.kicker()),
                text(headlines.headline()),
                text(headlines.subheadline()),
                bylines,
                List.copyOf(reporters),
                List.copyOf(photographers),
                filed == null ? null : filed.agency(),
                dateline,
                body,
                captions,
                continuedTo,
                continuedFrom,
                ranges(),
                confidence(),
                List.of(),
                reasons);
    }

    private void cueReasons() {
        if (opening != null && opening.cues().opening() != null) {
            reasons.add(0, "begins with " + opening.cues().opening());
        }
        if (continuedFrom != null) {
            reasons.add(0, "comes from page " + continuedFrom);
        }
        if (continuedTo != null) {
            reasons.add("goes on on page " + continuedTo);
        }
    }

    private double confidence() {
        double confidence = headlines.headline().isEmpty() ? 0.45 : 0.7;
        boolean cued = opening != null && opening.cues().begins();
        boolean shared = reasons.stream().anyMatch(reason -> reason.contains("both say"));
        return Math.min(0.99, confidence + (cued ? 0.15 : 0) + (shared ? 0.12 : 0));
    }

    /** The names in the first brackets: 本报讯（记者 林一 通讯员 江二）. They come before those of any sign-off. */
    private void openingCredits() {
        if (opening == null || opening.cues().opening() == null) {
            return;
        }
        String first = body.stream()
                .filter(block -> block.getType() == BlockType.paragraph)
                .map(BodyBlock::getText)
                .findFirst()
                .orElse("");
        Credits credits = OpeningCredits.read(first, names);
        if (credits != null) {
            writers.add(0, credits);
        }
    }

    private void closingCredits() {
        BodyBlock last = body.isEmpty() ? null : body.get(body.size() - 1);
        Credits credits = last == null || last.getType() != BlockType.paragraph
                ? null
                : OpeningCredits.readEnd(last.getText(), names);
        if (credits != null) {
            writers.add(credits);
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            body.add(new BodyBlock(BlockType.paragraph, Prose.paragraph(texts(paragraph))));
            paragraph.clear();
        }
    }

    private static String text(List<Printed> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        String text = Prose.heading(lines);
        int from = 0;
        while (from < text.length() && (Glyphs.isDash(text.charAt(from)) || text.charAt(from) == ' ')) {
            from++;
        }
        int to = text.length();
        while (to > from && ">》»▶►→".indexOf(text.charAt(to - 1)) >= 0 && text.indexOf('《') < 0) {
            to--;
        }
        return from == to ? text : text.substring(from, to);
    }

    private static List<String> texts(List<Printed> lines) {
        return lines.stream().map(Printed::text).toList();
    }

    private void place(String role, List<Printed> lines) {
        lines.forEach(line -> placed.add(new Numbered(role, line.number())));
    }

    /** Lines of one role that follow each other on the page, blank lines between them aside, become one range. */
    private List<LineRange> ranges() {
        List<LineRange> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= placed.size(); i++) {
            if (i == placed.size() || !follows(placed.get(i - 1), placed.get(i))) {
                ranges.add(new LineRange(
                        placed.get(from).role(),
                        placed.get(from).number(),
                        placed.get(i - 1).number()));
                from = i;
            }
        }
        return ranges;
    }

    private boolean follows(Numbered before, Numbered after) {
        return before.role().equals(after.role()) && follows(before.number(), after.number());
    }

    /** Whether nothing is printed between two lines. */
    private boolean follows(int before, int after) {
        int at = Collections.binarySearch(printedNumbers, before);
        return at + 1 < printedNumbers.size() && printedNumbers.get(at + 1) == after;
    }
}
