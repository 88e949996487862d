package dev.broadsheet.local.command;

import dev.broadsheet.schema.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles a user wants to see. Options of different names must all hold; of one name, one of its values. */
final class ArticleFilter implements Predicate<Article> {

    @Mixin
    private IssueOptions issues;

    @Option(names = "--date", paramLabel = "DATE", description = "Only articles of this issue, e.g. 2024-07-21.")
    private List<LocalDate> dates = List.of();

    @Option(names = "--page", paramLabel = "LABEL", description = "Only articles that start on this page.")
    private List<String> pages = List.of();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only articles with this IPTC topic: code or label, e.g. 05000000 or 教育.")
    private List<String> topics = List.of();

    @Option(names = "--genre", paramLabel = "GENRE", description = "Only articles of this genre, e.g. news or opinion.")
    private List<String> genres = List.of();

    @Option(names = "--id", paramLabel = "ID", description = "Only this article, e.g. minhai-daily/2024-07-21/1/3.")
    private List<String> ids = List.of();

    @Override
    public boolean test(Article article) {
        LocalDate day = article.getIssueDate() == null ? null : LocalDate.parse(article.getIssueDate());
        return issues.filter().takes(article.getPublication(), day)
                && isAmong(dates, day)
                && isAmong(pages, article.getPage())
                && isAmong(genres, article.getGenre())
                && isAmong(ids, article.getId())
                && (topics.isEmpty() || topics.stream().anyMatch(topic -> isAbout(article, topic)));
    }

    private static <T> boolean isAmong(List<T> wanted, T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static boolean isAbout(Article article, String wanted) {
        return article.getTopics().stream()
                .anyMatch(topic -> wanted.equals(topic.getCode())
                        || wanted.equals(topic.getLabelZh())
                        || wanted.equalsIgnoreCase(topic.getLabelEn()));
    }
}
