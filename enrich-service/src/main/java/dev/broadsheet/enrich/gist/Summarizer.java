package dev.broadsheet.enrich.gist;

import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Keyword;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a summary out of an article: whole sentences, exactly as printed, never a piece of one. The lead sentence, for
 * newspapers put the news there, and the ones after it while they fit; where the lead is too long, the sentence near the
 * top that holds most of the keywords. Pure and thread-safe.
 */
public final class Summarizer {

    private static final int MAX_LENGTH = 120;
    /** Shorter ones (看！) say nothing alone. */
    private static final int MIN_LENGTH = 10;

    private static final int NEAR_TOP = 8;
    /** A sentence further down must hold so much more of the keywords' weight. */
    private static final double DISTANCE = 0.15;

    /**
     * The summary, at most 120 characters.
     *
     * @param keywords of the article, best first
     * @return null where no whole sentence fits
     */
    public String summarize(List<BodyBlock> body, List<Keyword> keywords) {
        List<String> sentences = new ArrayList<>();
        for (BodyBlock block : body) {
            if (block.getType() == BlockType.paragraph && sentences.size() < NEAR_TOP) {
                sentences.addAll(Sentences.of(block.getText()));
            }
        }
        int first = first(sentences, keywords);
        if (first < 0) {
            return null;
        }
        StringBuilder summary = new StringBuilder(sentences.get(first));
        for (int next = first + 1; next < Math.min(sentences.size(), NEAR_TOP); next++) {
            if (length(summary) + length(sentences.get(next)) > MAX_LENGTH) {
                break;
            }
            summary.append(sentences.get(next));
        }
        return summary.toString();
    }

    private static int first(List<String> sentences, List<Keyword> keywords) {
        int best = -1;
        double bestWorth = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Math.min(sentences.size(), NEAR_TOP); i++) {
            int length = length(sentences.get(i));
            if (length < MIN_LENGTH || length > MAX_LENGTH) {
                continue;
            }
            if (i == 0) {
                return 0;
            }
            double worth = worth(sentences.get(i), keywords) - DISTANCE * i;
            if (worth > bestWorth) {
                best = i;
                bestWorth = worth;
            }
        }
        return best;
    }

    private static double worth(String sentence, List<Keyword> keywords) {
        return keywords.stream()
                .filter(keyword -> sentence.contains(keyword.getText()))
                .mapToDouble(Keyword::getScore)
                .sum();
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
