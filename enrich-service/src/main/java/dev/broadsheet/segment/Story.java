package dev.broadsheet.segment;

import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Dateline;
import dev.broadsheet.schema.LineRange;
import dev.broadsheet.schema.Noise;
import java.util.ArrayList;
import java.util.List;

/**
 * What one page prints of one article, before it has an identity. Field by field as in the {@code Article} schema.
 *
 * @param lines which lines of the page it came from, each with its role, in reading order
 * @param confidence how sure the segmentation is, 0 to 1
 * @param suspectedNoise passages that look copied in, doubled or garbled; they stay in the text
 * @param reasons why the main decisions were taken, for a human reader
 */
public record Story(
        String kicker,
        String headline,
        String subheadline,
        List<String> byline,
        List<String> reporters,
        List<String> photographers,
        String agency,
        Dateline dateline,
        List<BodyBlock> body,
        List<String> captions,
        String continuedTo,
        String continuedFrom,
        List<LineRange> lines,
        double confidence,
        List<Noise> suspectedNoise,
        List<String> reasons) {

    public Story {
        byline = List.copyOf(byline);
        reporters = List.copyOf(reporters);
        photographers = List.copyOf(photographers);
        body = List.copyOf(body);
        captions = List.copyOf(captions);
        lines = List.copyOf(lines);
        suspectedNoise = List.copyOf(suspectedNoise);
        reasons = List.copyOf(reasons);
    }

    /** The same story with passages flagged. */
    Story withNoise(List<Noise> noise) {
        return with(confidence, noise, reasons);
    }

    /** The same story with its confidence, and what it rests on as the last reason. */
    Story judged(double confidence, String reason) {
        List<String> told = new ArrayList<>(reasons);
        told.add(reason);
        return with(confidence, suspectedNoise, told);
    }

    private Story with(double confidence, List<Noise> noise, List<String> reasons) {
        return new Story(
                kicker,
                headline,
                subheadline,
                byline,
                reporters,
                photographers,
                agency,
                dateline,
                body,
                captions,
                continuedTo,
                continuedFrom,
                lines,
                confidence,
                noise,
                reasons);
    }
}
