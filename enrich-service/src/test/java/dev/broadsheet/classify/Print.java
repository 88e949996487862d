package dev.broadsheet.classify;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Quality;
import java.util.ArrayList;
import java.util.List;

/** Articles for tests, set in type step by step: {@code Print.headline("…").body("…").article()}. */
final class Print {

    private final List<BodyBlock> body = new ArrayList<>();
    private String kicker;
    private String headline;
    private String subheadline;
    private String agency;
    private String continuedFrom;
    private List<String> byline = List.of();
    private List<String> reporters = List.of();
    private List<String> photographers = List.of();

    static Print headline(String headline) {
        Print print = new Print();
        print.headline = headline;
        return print;
    }

    Print kicker(String text) {
        kicker = text;
        return this;
    }

    Print subheadline(String text) {
        subheadline = text;
        return this;
    }

    Print body(String... paragraphs) {
        for (String paragraph : paragraphs) {
            body.add(new BodyBlock(BlockType.paragraph, paragraph));
        }
        return this;
    }

    Print intertitle(String text) {
        body.add(new BodyBlock(BlockType.intertitle, text));
        return this;
    }

    Print byline(String line, String... names) {
        byline = List.of(line);
        reporters = List.of(names);
        return this;
    }

    Print photographers(String... names) {
        photographers = List.of(names);
        return this;
    }

    Print agency(String name) {
        agency = name;
        return this;
    }

    Print continuedFrom(String page) {
        continuedFrom = page;
        return this;
    }

    ArticleText text() {
        return new ArticleText(kicker, headline, subheadline, body, List.of());
    }

    Article article() {
        return Article.newBuilder()
                .setId("minhai-daily/2024-05-06/1/1")
                .setPageId("minhai-daily/2024-05-06/1")
                .setPublication("minhai-daily")
                .setPublicationName("闽海日报")
                .setIssueDate("2024-05-06")
                .setPage("1")
                .setGenre("news")
                .setKicker(kicker)
                .setHeadline(headline)
                .setSubheadline(subheadline)
                .setByline(byline)
                .setReporters(reporters)
                .setPhotographers(photographers)
                .setAgency(agency)
                .setBody(body)
                .setCaptions(List.of())
                .setContinuedFrom(continuedFrom)
                .setParts(List.of())
                .setTopics(List.of())
                .setPeople(List.of())
                .setOrganizations(List.of())
                .setPlaces(List.of())
                .setDates(List.of())
                .setQuantities(List.of())
                .setKeywords(List.of())
                .setQuality(new Quality(1.0, 0.0, List.of(), List.of()))
                .setPipelineVersion("test")
                .setPageRevision(1L)
                .build();
    }
}
