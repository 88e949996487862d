package dev.broadsheet.segment;

import dev.broadsheet.segment.GroupSplit.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What speaks for one way to sort the lines of a heading group into kicker, headline and subheadline, whether a rule of
 * the trade or a habit: a subheadline begins with a dash and tells the details that come later in the text, a kicker may
 * be the name of a column or say who spoke, and a headline is set large, so that its lines are short.
 */
final class GroupFeatures {

    /** Letters of a section's or town's name, at the most. */
    static final int SHORT = 4;

    /** Letters of the name of a column, at the most. */
    private static final int LONGEST_COLUMN = 6;

    /** Letters of the first sentence that tell who, where and when, as kickers do and subheadlines need not again. */
    private static final int LEAD = 90;

    /** Width of the lines of a headline that is broken into several, at the most, as a rule. */
    private static final double HEADLINE_LINE = 13;

    /** Level of a line that the source does not mark as a heading: below all that it marks. */
    private static final int UNMARKED = 7;

    /** Subheadlines are marked by a dash, in older papers by a triangle: ▲各省照旧办理. */
    private static final Pattern DASH = Pattern.compile("^(?:—|--|[▲△])");

    /** 船工：雾天也能过江. */
    private static final Pattern SAYS = Pattern.compile("^[^:]{2,8}:.");

    private final List<Member> members = new ArrayList<>();
    private final CueFinder finder;

    /**
     * One line of the group.
     *
     * @param repeated share of its wording that the text repeats
     * @param led share of its wording that the beginning of the text repeats
     */
    private record Member(Printed line, Piece piece, double repeated, double led) {

        String tight() {
            return line.tight();
        }

        boolean isMarked() {
            return line.line().markup().isHeading();
        }

        int level() {
            return isMarked() ? line.line().markup().level() : UNMARKED;
        }

        boolean isDash() {
            return GroupFeatures.isDash(tight());
        }

        boolean isSpaced() {
            return HeadingFeatures.isLetterspaced(line.folded());
        }

        boolean hasPhrases() {
            return HeadingFeatures.hasPhrases(line.folded());
        }

        boolean asks() {
            return tight().endsWith("?") || tight().endsWith("!");
        }

        boolean isLabel() {
            return piece.cues().label() != null;
        }
    }

    /**
     * @param headings the group's headings, in the order of the page
     * @param whole the text of the story, to be asked what it repeats
     * @param body the same text, folded
     */
    GroupFeatures(List<Piece> headings, Overlap whole, String body, CueFinder finder) {
        this.finder = finder;
        int stop = body.indexOf('。');
        Overlap lead = new Overlap(List.of(body.substring(0, Math.min(LEAD, stop < 0 ? body.length() : stop))));
        for (Piece piece : headings) {
            for (Printed line : piece.lines()) {
                double repeated = whole.coverage(line.tight(), 0);
                members.add(new Member(line, piece, repeated, lead.coverage(line.tight(), 0)));
            }
        }
    }

    /** How many lines the group has. */
    int size() {
        return members.size();
    }

    List<Printed> lines(Part part) {
        return in(part).stream().map(Member::line).toList();
    }

    private List<Member> in(Part part) {
        return members.subList(part.from(), part.to());
    }

    /** The features that hold, by name as in {@code weights.txt}, and how much of each. */
    Map<String, Double> of(GroupSplit split) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (Part part : split.parts()) {
            for (int i = part.from() + 1; i < part.to(); i++) {
                together(members.get(part.from()), members.get(i - 1), members.get(i), features);
            }
        }
        add(split.isOutOfOrder(), "group.reversed", features);
        add(members.get(split.headline().from()).piece().cues().note(), "group.note", features);
        add(partsWhatIsSaid(split), "group.said.sub", features);
        if (split.parts().size() > 1) {
            headline(split, features);
            beside("kicker", split.kicker(), split.headline(), features);
            beside("sub", split.subheadline(), split.headline(), features);
        }
        return features;
    }

    /** After …调研时强调 what follows is what was said: its second line is no subheadline, unless by a mark of its own. */
    private boolean partsWhatIsSaid(GroupSplit split) {
        if (split.kicker().isEmpty() || split.subheadline().isEmpty()) {
            return false;
        }
        Member first = members.get(split.subheadline().from());
        return finder.isSpeech(members.get(split.kicker().to() - 1).tight())
                && !first.isDash()
                && !finder.isAttendance(first.line().folded());
    }

    /** Two neighbouring lines as lines of one part. */
    private void together(Member first, Member above, Member line, Map<String, Double> features) {
        features.merge("group.kept", 1.0, Double::sum);
        boolean under = first.isMarked() || above.isMarked();
        if (line.isMarked()) {
            add(true, "group.kept.marked", features);
        } else if (line.line().apart()) {
            add(true, under ? "group.kept.unmarked" : "group.kept.apart", features);
        } else {
            boolean block = above.piece() == line.piece();
            add(true, block ? "group.kept.block" : "group.kept.loose", features);
            add(!block && !under && line.piece().column() == 0, "group.kept.whole", features);
        }
        double wide = Math.max(above.line().width(), line.line().width());
        features.merge("group.kept.grows", 1 - above.line().width() / wide, Double::sum);
        add(wide > HEADLINE_LINE, "group.kept.long", features);
        add(above.hasPhrases() != line.hasPhrases(), "group.kept.manners", features);
        add(above.hasPhrases() && line.hasPhrases(), "group.kept.phrases", features);
        add(line.isDash(), "group.kept.dash", features);
        add(above.isLabel() || line.piece().cues().note(), "group.kept.label", features);
        add(above.tight().indexOf(',') >= 0 || line.tight().indexOf(',') >= 0, "group.kept.comma", features);
        add(above.asks() || line.asks(), "group.kept.ask", features);
    }

    private void headline(GroupSplit split, Map<String, Double> features) {
        Member first = members.get(split.headline().from());
        Member last = members.get(split.headline().to() - 1);
        List<Member> others = split.parts().stream()
                .filter(part -> part != split.headline())
                .map(part -> members.get(part.from()))
                .toList();
        int best = others.stream().mapToInt(Member::level).min().orElse(UNMARKED);
        add(first.level() < best, "group.level.higher", features);
        add(first.level() > best, "group.level.lower", features);
        boolean spaced = others.stream().anyMatch(Member::isSpaced);
        add(first.isSpaced() && !spaced, "group.spaced.head", features);
        add(!first.isSpaced() && spaced, "group.spaced.other", features);
        add(leadsIn(last), "group.leads.head", features);
        words("head", split.headline(), features);
        add(first.isLabel(), "group.label.other", features);
        add(first.isDash(), "group.dash.other", features);
    }

    private void beside(String role, Part part, Part headline, Map<String, Double> features) {
        if (part.isEmpty()) {
            return;
        }
        boolean kicker = role.equals("kicker");
        Member first = members.get(part.from());
        Member last = members.get(part.to() - 1);
        add(true, "group." + role, features);
        words(role, part, features);
        add(kicker && first.isMarked(), "group.kicker.marked", features);
        add(first.isDash(), kicker ? "group.dash.other" : "group.dash.sub", features);
        add(kicker && leadsIn(last), "group.leads.kicker", features);
        add(first.isLabel(), kicker ? "group.label.kicker" : "group.label.other", features);
        int letters = letters(part);
        add(letters > SHORT && letters <= LONGEST_COLUMN, "group.column." + role, features);
        features.put("group.width." + role, Math.log(width(headline) / width(part)));
        int more = Integer.compare(headline.size(), part.size());
        add(more > 0, "group.lines.more." + role, features);
        add(more < 0, "group.lines.less." + role, features);
        features.put("group.lead." + role, mean(part, false) - mean(headline, false));
        features.put("group.repeats." + role, mean(part, true) - mean(headline, true));
    }

    /** What the words of a part say of it, whatever stands beside it. */
    private void words(String role, Part part, Map<String, Double> features) {
        Member first = members.get(part.from());
        Member last = members.get(part.to() - 1);
        add(letters(part) <= SHORT, "group.short." + role, features);
        add(
                finder.isSpeech(last.tight()),
                role.equals("kicker") ? "group.speech.kicker" : "group.speech.other",
                features);
        add(any(part, m -> finder.isAttendance(m.line().folded())), "group.attends." + role, features);
        add(first.hasPhrases(), "group.phrases." + role, features);
        add(any(part, m -> m.tight().indexOf('“') >= 0), "group.quote." + role, features);
        add(any(part, m -> m.tight().chars().anyMatch(Character::isDigit)), "group.digits." + role, features);
        add(any(part, m -> SAYS.matcher(m.tight()).find()), "group.says." + role, features);
    }

    private boolean any(Part part, Predicate<Member> test) {
        return in(part).stream().anyMatch(test);
    }

    /** Whether a line is marked as a subheadline. */
    static boolean isDash(String tight) {
        return DASH.matcher(tight).find();
    }

    /** A kicker that says where (临川县：) leads in to the headline, and so does one that breaks off in a dash. */
    private static boolean leadsIn(Member line) {
        return line.tight().endsWith(":") || line.tight().endsWith("——");
    }

    private int letters(Part part) {
        return in(part).stream().mapToInt(m -> m.tight().length()).sum();
    }

    private double width(Part part) {
        return in(part).stream().mapToDouble(m -> m.line().width()).max().orElseThrow();
    }

    /** Share of the part's wording that the text repeats, or its beginning. */
    private double mean(Part part, boolean whole) {
        double held = 0;
        for (Member m : in(part)) {
            held += (whole ? m.repeated() : m.led()) * m.tight().length();
        }
        return held / letters(part);
    }

    private static void add(boolean holds, String name, Map<String, Double> features) {
        if (holds) {
            features.merge(name, 1.0, Double::sum);
        }
    }
}
