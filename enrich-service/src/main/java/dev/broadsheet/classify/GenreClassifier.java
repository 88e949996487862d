package dev.broadsheet.classify;

import dev.broadsheet.schema.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Assigns a genre from the signs of print. The marks that name a genre come first (编者按, 启事, 摄影报道), then the
 * manner of writing, and what shows neither is news. Thread-safe.
 */
public final class GenreClassifier {

    /** A caption that stands alone is a paragraph, not a story. */
    private static final int CAPTION_LENGTH = 350;

    /** Where one reporter signs 文/图, text beyond this or a second paragraph makes it a story with a picture. */
    private static final int CAPTION_BY_WRITER = 160;

    /** 简讯 is two or three sentences. */
    private static final int BRIEF_LENGTH = 100;

    private static final int NOTE_LENGTH = 800;
    private static final int NOTICE_LENGTH = 3000;
    private static final int ADVERTISEMENT_CUES = 2;

    /** Space costs the advertiser; a longer text on prices and flats is a report. */
    private static final int ADVERTISEMENT_LENGTH = 500;

    /** 题记, an anecdote and several voices take room. */
    private static final int FEATURE_LENGTH = 600;

    /** An essay of the literary page is shorter, but no caption. */
    private static final int ESSAY_LENGTH = 250;

    private static final int FIRST_PERSON = 3;

    private static final int FEATURE_SIGNS = 3;
    private static final int OPINION_SIGNS = 3;

    /** Where 本报讯 stands, after a place and a date at most. */
    private static final int SOURCE_WITHIN = 24;

    private static final int DAY_WITHIN = 16;
    private static final Pattern DATE = Pattern.compile("\\d月\\d{1,2}日");

    /** A credit is the last thing in a caption. */
    private static final int CREDIT_WITHIN = 12;

    private final GenreCues cues = GenreCues.shared();

    /**
     * The genre of an article, from its format and its words.
     *
     * @return news, feature, brief, photo, editors-note, opinion, notice or advertisement
     */
    public String genre(Article article) {
        return explain(article).genre().value();
    }

    /** The genre of an article and the sign that decided. */
    public Verdict explain(Article article) {
        PrintedForm form = PrintedForm.of(article);
        boolean report = cues.in("news opening", form.opening(SOURCE_WITHIN)).isPresent()
                || article.getAgency() != null
                || article.getDateline() != null;
        return editorsNote(form)
                .or(() -> report ? Optional.empty() : notice(form))
                .or(() -> report ? Optional.empty() : advertisement(form))
                .or(() -> report ? Optional.empty() : photo(article, form))
                .or(() -> report ? Optional.empty() : opinion(article, form))
                .or(() -> brief(form))
                .or(() -> report ? labelledFeature(form) : feature(form))
                .orElse(new Verdict(Genre.NEWS, report ? "opens as a report" : "no sign of another genre"));
    }

    private Optional<Verdict> editorsNote(PrintedForm form) {
        if (form.length() > NOTE_LENGTH) {
            return Optional.empty();
        }
        return form.titles().stream()
                .flatMap(title -> cues.whole("editors-note label", beforeColon(title)).stream())
                .findFirst()
                .or(() -> cues.startOf("editors-note opening", form.body()))
                .or(() -> cues.count("editors-note promise", form.body()) > 1
                        ? cues.in("editors-note promise", form.body())
                        : Optional.empty())
                .map(cue -> new Verdict(Genre.EDITORS_NOTE, cue));
    }

    private Optional<Verdict> notice(PrintedForm form) {
        Optional<String> ending = cues.endOf("notice ending", form.headline());
        int formulas = cues.count("notice body", form.body());
        boolean isNotice = form.length() <= NOTICE_LENGTH && (ending.isPresent() ? formulas > 0 : formulas > 2);
        boolean bare =
                ending.isPresent() && form.headline().length() <= ending.get().length() + 4;
        return isNotice || bare
                ? Optional.of(new Verdict(Genre.NOTICE, ending.orElse("formulas of a notice")))
                : Optional.empty();
    }

    private Optional<Verdict> advertisement(PrintedForm form) {
        Optional<String> title = cues.in("advertisement title", form.allTitles());
        int sold =
                cues.count("advertisement body", form.allTitles() + "\n" + form.body()) + (title.isPresent() ? 1 : 0);
        boolean reachable = cues.in("advertisement contact", form.body()).isPresent();
        int found = sold + (sold > 0 && reachable ? 1 : 0);
        return found >= ADVERTISEMENT_CUES && !form.hasByline() && form.length() <= ADVERTISEMENT_LENGTH
                ? Optional.of(new Verdict(Genre.ADVERTISEMENT, title.orElse("several sales formulas")))
                : Optional.empty();
    }

    private Optional<Verdict> photo(Article article, PrintedForm form) {
        if (form.length() > CAPTION_LENGTH || form.intertitles() > 0) {
            return Optional.empty();
        }
        String credits = lastOf(form.tail(), CREDIT_WITHIN) + "\n" + form.byline();
        boolean byWriter = cues.in("photo both", credits).isPresent();
        Optional<String> credit = cues.in("photo credit", credits).or(() -> cues.startOf("photo opening", form.body()));
        boolean pictureOnly = byWriter
                ? form.length() <= CAPTION_BY_WRITER && article.getBody().size() == 1
                : credit.isPresent() || !article.getPhotographers().isEmpty();
        return pictureOnly
                ? Optional.of(new Verdict(Genre.PHOTO, credit.orElse("a photographer signs a single caption")))
                : Optional.empty();
    }

    private Optional<Verdict> opinion(Article article, PrintedForm form) {
        Optional<String> letter = cues.startOf("opinion opening", form.body());
        Optional<String> label = cues.in("opinion title", form.allTitles()).or(() -> letter);
        int signs = cues.count("opinion body", form.body());
        signs += letter.isPresent() ? OPINION_SIGNS : 0;
        signs += label.isPresent() ? 2 : 0;
        signs += cues.in("opinion headline", form.headline()).isPresent() ? 2 : 0;
        signs += form.hasByline() && !form.byline().contains("记者") ? 1 : 0;
        signs -= Math.min(2, cues.count("feature speech", form.body()));
        signs -= form.byline().contains("记者") ? 2 : 0;
        signs -= article.getPhotographers().isEmpty() ? 0 : 1;
        return signs >= OPINION_SIGNS
                ? Optional.of(new Verdict(Genre.OPINION, label.orElse("argues and urges, and quotes nobody")))
                : Optional.empty();
    }

    private Optional<Verdict> brief(PrintedForm form) {
        Optional<String> label = cues.in("brief title", form.allTitles());
        boolean isShort = form.length() > 0 && form.length() <= BRIEF_LENGTH && !form.continuation();
        return isShort || label.isPresent() && form.length() <= 2 * BRIEF_LENGTH
                ? Optional.of(new Verdict(Genre.BRIEF, label.orElse("a few lines")))
                : Optional.empty();
    }

    /** A report keeps its 本报讯 even in a series; only a name like 侧记 or 系列报道 and length make it a feature. */
    private Optional<Verdict> labelledFeature(PrintedForm form) {
        return form.length() < FEATURE_LENGTH || form.opening(SOURCE_WITHIN).contains("本报讯")
                ? Optional.empty()
                : cues.in("feature title", form.allTitles()).map(cue -> new Verdict(Genre.FEATURE, cue));
    }

    private Optional<Verdict> feature(PrintedForm form) {
        List<String> signs = new ArrayList<>();
        cues.in("feature title", form.allTitles()).ifPresent(signs::add);
        cues.in("feature body", form.opening(SOURCE_WITHIN * 4)).ifPresent(signs::add);
        if (form.length() >= FEATURE_LENGTH) {
            signs.add("length");
        }
        if (!form.continuation() && !opensWithDay(form)) {
            signs.add("does not open with a day");
        }
        if (form.intertitles() > 1) {
            signs.add("intertitles");
        }
        if (cues.count("feature speech", form.body()) > 0 && form.body().indexOf('"') >= 0) {
            signs.add("voices");
        }
        if (form.hasByline()) {
            signs.add("byline apart");
        }
        if (form.countOf("我") - form.countOf("我市") - form.countOf("我省") - form.countOf("我国") >= FIRST_PERSON) {
            signs.add("first person");
        }
        return signs.size() >= FEATURE_SIGNS && form.length() >= ESSAY_LENGTH
                ? Optional.of(new Verdict(Genre.FEATURE, String.join(", ", signs)))
                : Optional.empty();
    }

    private boolean opensWithDay(PrintedForm form) {
        String opening = form.opening(DAY_WITHIN);
        return DATE.matcher(opening).find() || cues.in("news day", opening).isPresent();
    }

    private static String beforeColon(String title) {
        int colon = title.indexOf(':');
        return colon < 0 ? title : title.substring(0, colon);
    }

    private static String lastOf(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    /**
     * A genre and why.
     *
     * @param reason the cue or signs that decided, for a human reader
     */
    public record Verdict(Genre genre, String reason) {}
}
