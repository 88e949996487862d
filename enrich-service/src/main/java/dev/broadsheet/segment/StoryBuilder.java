package dev.broadsheet.segment;

import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.schema.Noise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a {@link Story} of its lines: clean text, names, dateline, jumps, line ranges. */
final class StoryBuilder {

    /** Characters that a reason quotes on either side of a cut. */
    private static final Pattern BRACKETED = Pattern.compile("^[【〖]([^【】〖〗]+)[】〗]$");

    private static final int QUOTED = 8;

    /** A line of so many letters is not printed twice by chance. */
    private static final int LONG_SENTENCE = 16;

    /** Letters of a text so short that it may be no story. */
    private static final int BRIEF = 60;

    /** So many sentences joined, and one more tells nothing new. */
    private static final double MANY = 4;

    private final Vocabulary words;
    private final Bylines names;
    private final List<Sheet> sheets;
    private final LinesPlaced placed;

    private final List<BodyBlock> body = new ArrayList<>();
    private final List<Credits> writers = new ArrayList<>();
    private final List<Credits> pictures = new ArrayList<>();
    private final List<String> bylines = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final Evidence evidence;
    private final List<Printed> paragraph = new ArrayList<>();
    private final List<Printed> besideHeadings = new ArrayList<>();
    private final List<Noise> noise = new ArrayList<>();
    private final Set<String> sentences = new HashSet<>();
    private Role kind = Role.PARAGRAPH;
    private HeadlineGroup headlines = HeadlineGroup.of(List.of(), List.of());
    private String continuedTo;
    private String continuedFrom;
    private Piece opening;
    private Piece last;
    private int joins;
    private int strays;

    /**
     * @param printedNumbers numbers of the page's printed lines, ascending
     * @param sheets the printed pages of the file, which date what stands on them
     * @param evidence gets what the text tells of the story's being whole
     */
    StoryBuilder(Vocabulary words, Bylines names, List<Sheet> sheets, List<Integer> printedNumbers, Evidence evidence) {
        this.words = words;
        this.names = names;
        this.sheets = sheets;
        this.placed = new LinesPlaced(printedNumbers);
        this.evidence = evidence;
    }

    void headlines(HeadlineGroup group) {
        headlines = group;
        if (group.doubt() > 0) {
            reasons.add(group.reason());
        }
        heading("kicker", group.kicker());
        heading("headline", group.headline());
        heading("subheadline", group.subheadline());
    }

    /** What the scan added beside a heading is no part of it, nor of the text: it is the page's. */
    private void heading(String role, List<Printed> lines) {
        lines.forEach(line -> {
            placed.place(role, line);
            line.asides().forEach(aside -> suspect(line, aside));
            line.added().forEach(besideHeadings::add);
        });
    }

    /** What the scan added beside the headings, for the page's furniture. */
    List<Printed> besideHeadings() {
        return besideHeadings;
    }

    private void suspect(Printed line, Aside aside) {
        aside.paragraphs().forEach(text -> noise.add(new Noise(text, aside.suspicion())));
        int first = aside.lines().get(0).number();
        reasons.add(
                aside.suspicion().equals(Aside.DOUBLED)
                        ? "what line " + line.number() + " prints is printed again in line " + first
                        : "line " + first + " is garbled");
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
        heading("intertitle", piece.lines());
        body.add(new BodyBlock(BlockType.intertitle, Prose.heading(piece.lines())));
    }

    /** @param joined whether the piece goes on in the middle of the sentence before it */
    void paragraph(Piece piece, boolean joined) {
        if (!joined || piece.role() != kind) {
            endParagraph();
            kind = piece.role();
        } else if (!paragraph.isEmpty()
                && !placed.follows(
                        last(paragraph).lastNumber(), piece.firstLine().number())) {
            reasons.add(broken(last(paragraph), piece.firstLine()));
            joins++;
        }
        last = piece;
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
        piece.lines().stream()
                .filter(this::isSaidBefore)
                .forEach(line -> noise.add(new Noise(line.text(), Aside.DOUBLED)));
        paragraph.addAll(piece.lines());
    }

    /** Whether the line ends a sentence and is, word for word, one that the story had before. */
    private boolean isSaidBefore(Printed line) {
        String letters = Glyphs.letters(line.tight());
        return line.ended() && letters.length() >= LONG_SENTENCE && !sentences.add(letters);
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
        } else if (piece.ending().byline() != null) {
            pictures.add(piece.ending().byline());
        }
    }

    /** The paragraph told last stands in another story. */
    void stray(String reason) {
        reasons.add(reason);
        strays++;
    }

    void reason(String reason) {
        reasons.add(reason);
    }

    /** The story; its confidence is judged afterwards, by the evidence. */
    Story build() {
        endParagraph();
        gatherEvidence();
        Datelines.Reading filed = opening == null ? null : Datelines.read(opening.tight(), opening.printed(), words);
        Dateline dateline = filed == null
                ? null
                : filed.dateline(Sheets.at(sheets, placed.first()).issueDate());
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
                unbracketed(text(headlines.headline())),
                text(headlines.subheadline()),
                bylines,
                List.copyOf(reporters),
                List.copyOf(photographers),
                filed == null ? agencyAtEnd() : filed.agency(),
                dateline,
                body,
                captions,
                continuedTo,
                continuedFrom,
                placed.ranges(),
                0,
                noise,
                reasons);
    }

    private String agencyAtEnd() {
        return body.isEmpty()
                ? null
                : Datelines.agencyAtEnd(body.get(body.size() - 1).getText(), words);
    }

    private void gatherEvidence() {
        evidence.add("headless", headlines.headline().isEmpty() && continuedFrom == null);
        evidence.add("unended", last != null && last.breaksOff());
        evidence.add("joined", Math.min(1, joins / MANY));
        evidence.add("strays", Math.min(1, strays / MANY));
        evidence.add("intertitles", body.stream().anyMatch(block -> block.getType() == BlockType.intertitle));
        evidence.add("lines", headlines.headline().size() > 1);
        evidence.add("unsorted", headlines.doubt());
        evidence.add(
                "brief",
                body.stream().mapToInt(block -> block.getText().length()).sum() < BRIEF);
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

    /** …。（林一）: the names with which the text ends; items under one headline may each be signed so. None signs twice. */
    private void closingCredits() {
        if (writers.stream().anyMatch(credits -> !credits.reporters().isEmpty())) {
            return;
        }
        body.stream()
                .filter(block -> block.getType() == BlockType.paragraph)
                .map(block -> OpeningCredits.readEnd(block.getText(), names))
                .filter(Objects::nonNull)
                .forEach(writers::add);
    }

    private void endParagraph() {
        List<String> open = new ArrayList<>();
        for (Printed line : paragraph) {
            open.add(line.text());
            if (line.ended() && !line.asides().isEmpty()) {
                paragraphs(Prose.paragraphs(kind, open));
                open.clear();
                line.asides().forEach(aside -> paragraphs(aside.paragraphs()));
            } else {
                line.added().map(Printed::text).forEach(open::add);
            }
        }
        paragraphs(Prose.paragraphs(kind, open));
        paragraph.clear();
    }

    private void paragraphs(List<String> texts) {
        texts.forEach(text -> body.add(new BodyBlock(BlockType.paragraph, text)));
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

    /** Without heavy brackets around all of it: 【新渡船下水】; around a kicker they are as often part of a column's name. */
    private static String unbracketed(String headline) {
        return headline == null ? null : BRACKETED.matcher(headline).replaceAll("$1");
    }

    private static List<String> texts(List<Printed> lines) {
        return lines.stream().flatMap(Printed::withAdded).map(Printed::text).toList();
    }

    private void place(String role, List<Printed> lines) {
        lines.forEach(line -> {
            line.withAdded().forEach(own -> placed.place(role, own));
            line.asides().forEach(aside -> suspect(line, aside));
        });
    }
}
