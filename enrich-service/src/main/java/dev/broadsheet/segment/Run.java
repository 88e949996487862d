package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Body paragraphs that stand together, with the bylines around them: a story, or the part of one between two headings.
 * Grows while the page is read, then stays as it is.
 */
final class Run {

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> bylinesBefore = new ArrayList<>();
    private final List<Piece> signOffs = new ArrayList<>();
    private boolean joinedToPrevious;
    private boolean afterRule;
    private boolean underSection;

    void add(Piece piece) {
        pieces.add(piece);
    }

    void addBylineBefore(Piece byline) {
        bylinesBefore.add(byline);
    }

    void addSignOff(Piece byline) {
        signOffs.add(byline);
    }

    void joinToPrevious() {
        joinedToPrevious = true;
    }

    void standAfterRule() {
        afterRule = true;
    }

    void standUnderSection() {
        underSection = true;
    }

    /** Whether the name of a section stands between it and the run before. */
    boolean isUnderSection() {
        return underSection;
    }

    /** Whether a rule is drawn between it and the run before. */
    boolean isAfterRule() {
        return afterRule;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<Piece> bylinesBefore() {
        return bylinesBefore;
    }

    List<Piece> signOffs() {
        return signOffs;
    }

    /** Whether the first sentence is the second half of one that the run before breaks off. */
    boolean isJoinedToPrevious() {
        return joinedToPrevious;
    }

    Piece first() {
        return pieces.get(0);
    }

    Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    /** Whether a picture credit closes it. */
    boolean isCredited() {
        return last().ending().credit() != null
                || signOffs.stream()
                        .anyMatch(line -> !line.cues().byline().photographers().isEmpty());
    }

    /** A paragraph or two with a picture credit: a story that its picture tells, whose headline may stand on either side. */
    boolean isPictureStory() {
        return pieces.size() <= 2 && isCredited();
    }

    boolean begins() {
        return first().cues().begins();
    }

    boolean ends() {
        return last().ending().ends() || last().ending().credit() != null || !signOffs.isEmpty();
    }

    /** …。（林一）: whether the last words of the text are a name in brackets. */
    boolean isSignedAtEnd(Bylines names) {
        return OpeningCredits.readEnd(last().printed(), names) != null;
    }

    /** Whether nothing but the jump line is printed: （上接第一版） on a line of its own. */
    boolean isBareJump() {
        return pieces.size() == 1
                && first().cues().jumpFrom() != null
                && first().tight().length() <= 12;
    }

    /** Whether it is a list or a table rather than text. */
    boolean isList() {
        List<Printed> lines =
                pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
        return lines.size() >= 3 && lines.stream().filter(Lists::isRow).count() * 3 >= lines.size() * 2;
    }

    double column() {
        return first().column();
    }

    /** How many characters it has. */
    int length() {
        return pieces.stream()
                .flatMap(piece -> piece.lines().stream())
                .mapToInt(line -> line.tight().length())
                .sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.tight()).append('\n'));
        return text.toString();
    }
}
