package dev.broadsheet.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs the articles of a new scan of a page with the articles known from earlier scans.
 *
 * <p>All pairs that are alike enough are ranked by likeness, and taken from the top while both sides are free. So an
 * article split in two keeps its number on the half that holds most of it, two merged ones keep that of the larger, and
 * neither order nor headline matters.
 */
public final class Identities {

    /**
     * Share of the shorter text that must be found in the other. Unrelated articles share less than a tenth of their
     * trigrams; the same article with every fifth character misread still shares half of them.
     */
    static final double ENOUGH = 0.35;

    private Identities() {}

    /**
     * A known article.
     *
     * @param number its number within the page
     * @param present whether the last scan had it; of two that are equally alike, the present one is taken
     */
    public record Known(int number, Fingerprint fingerprint, boolean present) {}

    private record Pair(Known known, int position, double resemblance) {}

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble((Pair pair) -> -pair.resemblance())
            .thenComparing(pair -> !pair.known().present())
            .thenComparingInt(pair -> pair.known().number())
            .thenComparingInt(Pair::position);

    /**
     * Numbers for the articles of a scan.
     *
     * @param known the page's articles so far, each number once
     * @param scanned fingerprints of the scan's articles, in page order
     * @param nextNumber first number that was never given
     * @return one number for each scanned article: a known one, or for new articles {@code nextNumber} and up in order
     */
    public static List<Integer> assign(List<Known> known, List<Fingerprint> scanned, int nextNumber) {
        Integer[] numbers = new Integer[scanned.size()];
        boolean[] taken =
                new boolean[known.stream().mapToInt(Known::number).max().orElse(0) + 1];
        for (Pair pair : ranked(known, scanned)) {
            if (numbers[pair.position()] == null && !taken[pair.known().number()]) {
                numbers[pair.position()] = pair.known().number();
                taken[pair.known().number()] = true;
            }
        }
        int next = nextNumber;
        for (int position = 0; position < numbers.length; position++) {
            if (numbers[position] == null) {
                numbers[position] = next++;
            }
        }
        return Arrays.asList(numbers);
    }

    private static List<Pair> ranked(List<Known> known, List<Fingerprint> scanned) {
        List<Pair> pairs = new ArrayList<>();
        for (Known article : known) {
            for (int position = 0; position < scanned.size(); position++) {
                Fingerprint text = scanned.get(position);
                if (article.fingerprint().containment(text) >= ENOUGH) {
                    pairs.add(new Pair(article, position, article.fingerprint().resemblance(text)));
                }
            }
        }
        pairs.sort(BEST_FIRST);
        return pairs;
    }
}
