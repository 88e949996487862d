package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Consecutive lines of one role that are one thing: a paragraph or the part of one that stands together, the lines of
 * one heading, a caption, a byline, a piece of furniture.
 *
 * @param role never {@link Role#CONTINUATION}
 * @param first index of the first line among the page's printed lines
 * @param lines the lines, at least one
 * @param cues of the first line
 * @param ending cues of the last line
 * @param column width of the column; 0 where the page gives a paragraph a line
 */
record Piece(Role role, int first, List<Printed> lines, Cues cues, Cues ending, double column) {

    /** Letters that no sentence has without a comma. */
    private static final int LONG_SENTENCE = 30;

    Piece {
        lines = List.copyOf(lines);
    }

    boolean isBody() {
        return role.isBody();
    }

    /** Whether it is running text, of which a sentence may go on in another piece; rows and verses end with their line. */
    boolean isProse() {
        return role == Role.PARAGRAPH;
    }

    Printed firstLine() {
        return lines.get(0);
    }

    Printed lastLine() {
        return lines.get(lines.size() - 1);
    }

    /** The same lines in another role. */
    Piece in(Role other) {
        return new Piece(other, first, lines, cues, ending, column);
    }

    /** Index of the printed line after the last. */
    int end() {
        return first + lines.size();
    }

    /** Folded text without spaces. */
    String tight() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.tight()));
        return text.toString();
    }

    /** Folded text, a blank between two lines. */
    String folded() {
        return lines.stream().map(Printed::folded).collect(Collectors.joining(" "));
    }

    /** Text as printed, without spaces. */
    String printed() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Glyphs.tight(line.text())));
        return text.toString();
    }

    /** Clean text. */
    String paragraph() {
        return Prose.paragraph(lines.stream().map(Printed::text).toList());
    }

    /** Whether nothing but the jump line is printed: （上接第一版） on a line of its own. */
    boolean isBareJump() {
        return lines.size() == 1
                && cues.jumpFrom() != null
                && firstLine().tight().length() <= 12;
    }

    /** Whether the sentence breaks off at the piece's end. */
    boolean breaksOff() {
        return isProse()
                && !isBareJump()
                && !lastLine().ended()
                && !isSigned(lastLine().tight())
                && !Lists.isRowByItself(lastLine())
                && !(lines.size() == 1 && HeadingFeatures.isNumberOfNotice(tight()))
                && !isUnpunctuated()
                && !ending.ends()
                && !ending.closing()
                && ending.credit() == null
                && ending.byline() == null;
    }

    /** Whether no mark parts so long a text, as in papers of the 1930s: then none is missing at its end either. */
    private boolean isUnpunctuated() {
        String text = tight();
        return text.length() >= LONG_SENTENCE && text.chars().allMatch(Character::isLetterOrDigit);
    }

    /** Whether brackets after the last full stop close it, as around a name: … 。（林法宣） */
    private static boolean isSigned(String text) {
        int bracket = text.lastIndexOf('(');
        return text.endsWith(")") && bracket > 0 && Glyphs.isStop(text.charAt(bracket - 1));
    }

    /**
     * Whether it tells the story of a picture: it closes with the names of those who both wrote it and took it (林一
     * 摄影报道), or who took it (林一 摄) after several sentences that begin with their date.
     */
    boolean isReportedPicture() {
        Credits credit = ending.credit();
        boolean told = cues.timed() && LineClassifier.stops(tight()) > 1;
        return credit != null
                && !credit.photographers().isEmpty()
                && (told || !credit.reporters().isEmpty());
    }

    /** Cuts a page into pieces. */
    static List<Piece> of(LineContext page, Role[] roles) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= roles.length; i++) {
            if (i == roles.length || !together(page, roles, i)) {
                pieces.add(piece(page, roles[from], from, i));
                from = i;
            }
        }
        return pieces;
    }

    private static boolean together(LineContext page, Role[] roles, int i) {
        Printed line = page.line(i);
        return switch (roles[i]) {
            case CONTINUATION -> true;
            case VERSE -> roles[i - 1] == Role.VERSE && !line.apart();
            case HEADING ->
                roles[i - 1] == Role.HEADING
                        && page.isSpaced()
                        && !line.apart()
                        && !line.line().markup().isHeading()
                        && !page.line(i - 1).line().markup().isHeading()
                        && !line.tight().startsWith("—")
                        && page.cues(i - 1).label() == null
                        && !"section".equals(page.cues(i - 1).furniture())
                        && page.cues(i).label() == null
                        && !page.cues(i).note();
            case CAPTION ->
                roles[i - 1] == Role.CAPTION
                        && !line.apart()
                        && page.cues(i - 1).credit() == null;
            default -> false;
        };
    }

    private static Piece piece(LineContext page, Role role, int from, int to) {
        List<Printed> lines = new ArrayList<>(to - from);
        double column = 0;
        for (int i = from; i < to; i++) {
            lines.add(page.line(i));
            column = Math.max(column, page.column(i));
        }
        Role kind = role == Role.CONTINUATION ? Role.PARAGRAPH : role;
        return new Piece(kind, from, lines, page.cues(from), page.cues(to - 1), column);
    }
}
