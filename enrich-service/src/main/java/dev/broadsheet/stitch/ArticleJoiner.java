package dev.broadsheet.stitch;

import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Noise;
import dev.broadsheet.schema.Quality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes one article of its parts. What it prints comes from all of them; what it is called comes from the first. The jump
 * lines between the parts are no text of the story: they leave the body and are kept in the reasons, as is a headline that
 * the continuation only repeats. A headline of the continuation's own stays in the body, as an intertitle.
 */
final class ArticleJoiner {

    private static final double REPEATED = 0.5;

    private ArticleJoiner() {}

    /** @param parts in the order of the story, at least one */
    static Article join(List<Article> parts) {
        Article joined = parts.get(0);
        for (Article tail : parts.subList(1, parts.size())) {
            joined = join(joined, tail);
        }
        return joined;
    }

    private static Article join(Article head, Article tail) {
        List<String> reasons = new ArrayList<>(head.getQuality().getReasons());
        reasons.addAll(tail.getQuality().getReasons());
        List<BodyBlock> body = body(head, tail, reasons);
        return Article.newBuilder(head)
                .setByline(both(head, tail, Article::getByline))
                .setReporters(distinct(head, tail, Article::getReporters))
                .setPhotographers(distinct(head, tail, Article::getPhotographers))
                .setAgency(head.getAgency() == null ? tail.getAgency() : head.getAgency())
                .setDateline(head.getDateline() == null ? tail.getDateline() : head.getDateline())
                .setBody(body)
                .setCaptions(both(head, tail, Article::getCaptions))
                .setContinuedTo(tail.getContinuedTo())
                .setParts(Stream.concat(head.getParts().stream(), tail.getParts().stream())
                        .toList())
                .setQuality(quality(head.getQuality(), tail.getQuality(), reasons))
                .build();
    }

    private static List<BodyBlock> body(Article head, Article tail, List<String> reasons) {
        List<BodyBlock> before = new ArrayList<>(head.getBody());
        List<BodyBlock> behind = new ArrayList<>(tail.getBody());
        cutMark(before, before.size() - 1, JumpLine::cutEnd, reasons);
        cutMark(behind, 0, JumpLine::cutStart, reasons);
        List<BodyBlock> own = ownHeadlines(head, tail, reasons);
        if (own.isEmpty() && isParagraph(before, before.size() - 1) && isParagraph(behind, 0)) {
            Joint joint = new Joint(
                    before.get(before.size() - 1).getText(), behind.get(0).getText());
            if (joint.isBroken()) {
                before.set(before.size() - 1, new BodyBlock(BlockType.paragraph, joint.joined()));
                behind.remove(0);
            }
        }
        return Stream.of(before, own, behind).flatMap(Collection::stream).toList();
    }

    /** Cuts the jump line off a block; a block that was nothing else goes. */
    private static void cutMark(List<BodyBlock> body, int index, Function<String, JumpLine> cut, List<String> reasons) {
        if (index < 0 || index >= body.size()) {
            return;
        }
        JumpLine line = cut.apply(body.get(index).getText());
        if (line.mark().isEmpty()) {
            return;
        }
        reasons.add("jump line cut: " + line.mark());
        if (line.text().isEmpty()) {
            body.remove(index);
        } else {
            body.set(index, new BodyBlock(body.get(index).getType(), line.text()));
        }
    }

    private static boolean isParagraph(List<BodyBlock> body, int index) {
        return index >= 0 && index < body.size() && body.get(index).getType() == BlockType.paragraph;
    }

    private static List<BodyBlock> ownHeadlines(Article head, Article tail, List<String> reasons) {
        List<BodyBlock> own = new ArrayList<>();
        Stream.of(tail.getKicker(), tail.getHeadline(), tail.getSubheadline())
                .filter(Objects::nonNull)
                .forEach(line -> {
                    if (isRepeated(line, head)) {
                        reasons.add("headline repeated over the continuation: " + line);
                    } else {
                        own.add(new BodyBlock(BlockType.intertitle, line));
                    }
                });
        return own;
    }

    private static boolean isRepeated(String line, Article head) {
        Set<String> letters = Half.bigrams(line);
        String above = Stream.of(head.getKicker(), head.getHeadline(), head.getSubheadline())
                .filter(Objects::nonNull)
                .reduce("", (one, other) -> one + " " + other);
        Set<String> known = Half.bigrams(above);
        long shared = letters.stream().filter(known::contains).count();
        return !letters.isEmpty() && shared >= REPEATED * letters.size();
    }

    private static Quality quality(Quality head, Quality tail, List<String> reasons) {
        List<Noise> noise = new ArrayList<>(head.getSuspectedNoise());
        noise.addAll(tail.getSuspectedNoise());
        return new Quality(
                Math.min(head.getConfidence(), tail.getConfidence()),
                Math.max(head.getGarbled(), tail.getGarbled()),
                noise,
                reasons);
    }

    private static List<String> both(Article head, Article tail, Function<Article, List<String>> field) {
        return Stream.concat(field.apply(head).stream(), field.apply(tail).stream())
                .toList();
    }

    private static List<String> distinct(Article head, Article tail, Function<Article, List<String>> field) {
        return both(head, tail, field).stream().distinct().toList();
    }
}
