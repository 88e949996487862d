package dev.broadsheet.segment;

import dev.broadsheet.article.Folding;
import dev.broadsheet.article.Garble;
import dev.broadsheet.schema.BlockType;
import dev.broadsheet.schema.BodyBlock;
import dev.broadsheet.schema.Noise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags passages that the scan seems to have added: copied in from another story of the page, printed twice in the same
 * story, or garbled. They stay in the text. Of two stories that share a passage the one that otherwise says less of
 * its matter is taken for the one it was copied into. Looks at the first {@value #LONGEST} characters of a page.
 */
final class SuspectedNoise {

    private static final int LONGEST = 400_000;

    /** So many letters in a row are the same by copying, not by chance or quotation. */
    private static final int COPIED = 28;

    private static final int DOUBLED = 30;
    private static final int SHINGLE = 16;
    private static final int STEP = 2;

    /** Of a story with so many suspected passages, nobody reads more. */
    private static final int MOST = 500;

    private final Vocabulary words;
    private final List<Text> texts = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<List<Integer>, Boolean> copies = new HashMap<>();
    private final List<Set<Noise>> found = new ArrayList<>();

    /** A paragraph: as written, its letters, and where each letter stands. */
    private record Text(int story, String written, String letters, int[] at) {

        String written(int from, int to) {
            int end = at[to - 1] + 1;
            while (end < written.length()
                    && !Character.isLetterOrDigit(written.charAt(end))
                    && !Glyphs.isOpener(written.charAt(end))
                    && !Glyphs.isSpace(written.charAt(end))) {
                end++;
            }
            return written.substring(at[from], end);
        }
    }

    private record Place(int text, int at) {}

    private SuspectedNoise(Vocabulary words) {
        this.words = words;
    }

    /** The stories with their suspected noise. */
    static List<Story> mark(List<Story> stories, Vocabulary words) {
        List<List<Noise>> noise = find(stories, words);
        List<Story> marked = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            marked.add(noise.get(i).isEmpty() ? stories.get(i) : stories.get(i).withNoise(noise.get(i)));
        }
        return marked;
    }

    /** For each story its suspected noise, in the order of the text. */
    static List<List<Noise>> find(List<Story> stories, Vocabulary words) {
        SuspectedNoise noise = new SuspectedNoise(words);
        noise.read(stories);
        for (int t = 0; t < noise.texts.size(); t++) {
            noise.repeated(t);
            noise.garbled(noise.texts.get(t).story(), noise.texts.get(t).written());
            noise.index(t);
        }
        return noise.found.stream().map(List::copyOf).toList();
    }

    private void read(List<Story> stories) {
        int length = 0;
        for (int s = 0; s < stories.size(); s++) {
            found.add(new LinkedHashSet<>(stories.get(s).suspectedNoise()));
            garbledHeadings(s, stories.get(s));
            for (BodyBlock block : stories.get(s).body()) {
                length += block.getText().length();
                if (block.getType() == BlockType.paragraph && length <= LONGEST) {
                    texts.add(text(s, block.getText()));
                }
            }
        }
    }

    private static Text text(int story, String written) {
        String folded = Folding.fold(written);
        StringBuilder letters = new StringBuilder();
        int[] at = new int[folded.length()];
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                at[letters.length()] = i;
                letters.append(folded.charAt(i));
            }
        }
        return new Text(story, written, letters.toString(), at);
    }

    private void index(int t) {
        String letters = texts.get(t).letters();
        for (int i = 0; i + SHINGLE <= letters.length(); i += STEP) {
            List<Place> same = places.computeIfAbsent(letters.substring(i, i + SHINGLE), key -> new ArrayList<>(1));
            if (same.size() < 2) {
                same.add(new Place(t, i));
            }
        }
    }

    /** Passages of a paragraph that a paragraph before it holds as well. */
    private void repeated(int t) {
        String letters = texts.get(t).letters();
        int i = 0;
        while (i + SHINGLE <= letters.length()) {
            Place before = places.getOrDefault(letters.substring(i, i + SHINGLE), List.of()).stream()
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                i++;
                continue;
            }
            i = Math.max(i + 1, passage(t, i, before));
        }
    }

    private int passage(int t, int i, Place before) {
        Text here = texts.get(t);
        Text there = texts.get(before.text());
        int from = i;
        int other = before.at();
        while (from > 0
                && other > 0
                && here.letters().charAt(from - 1) == there.letters().charAt(other - 1)) {
            from--;
            other--;
        }
        int length = 0;
        while (from + length < here.letters().length()
                && other + length < there.letters().length()
                && here.letters().charAt(from + length) == there.letters().charAt(other + length)) {
            length++;
        }
        if (here.story() == there.story() && length >= DOUBLED) {
            doubled(here, from, from + length);
        } else if (here.story() != there.story() && length >= COPIED) {
            int text = other;
            int passage = from;
            int shared = length;
            boolean hereForeign = copies.computeIfAbsent(
                    List.of(there.story(), here.story()),
                    pair -> belonging(here, passage, shared) <= belonging(there, text, shared));
            Text copy = hereForeign ? here : there;
            int at = hereForeign ? from : other;
            found.get(copy.story()).add(new Noise(copy.written(at, at + length), "copied"));
        }
        return from + length;
    }

    /** A passage of which nothing is flagged yet: whole lines were, when they were read. */
    private void doubled(Text here, int from, int to) {
        String passage = here.letters().substring(from, to);
        boolean known = isFull(here.story())
                || found.get(here.story()).stream()
                        .filter(noise -> noise.getKind().equals(Aside.DOUBLED))
                        .map(noise -> Glyphs.letters(Folding.fold(noise.getText())))
                        .anyMatch(said -> said.contains(passage)
                                || passage.contains(said) && 2 * said.length() > passage.length());
        if (!known) {
            found.get(here.story()).add(new Noise(here.written(from, to), Aside.DOUBLED));
        }
    }

    /** How much of a passage's wording the rest of its story takes up. */
    private double belonging(Text text, int from, int length) {
        Set<String> pairs = new HashSet<>();
        String passage = text.letters().substring(from, from + length);
        for (int i = 0; i + 2 <= passage.length(); i++) {
            pairs.add(passage.substring(i, i + 2));
        }
        Set<String> taken = new HashSet<>();
        for (Text other : texts) {
            if (other.story() == text.story()) {
                String rest = other == text
                        ? text.letters().substring(0, from) + "\n"
                                + text.letters().substring(from + length)
                        : other.letters();
                for (int i = 0; i + 2 <= rest.length(); i++) {
                    String pair = rest.substring(i, i + 2);
                    if (pairs.contains(pair)) {
                        taken.add(pair);
                    }
                }
            }
        }
        return pairs.isEmpty() ? 0 : (double) taken.size() / pairs.size();
    }

    private void garbledHeadings(int s, Story story) {
        Stream.concat(
                        Stream.of(story.kicker(), story.headline(), story.subheadline())
                                .filter(Objects::nonNull),
                        story.captions().stream())
                .forEach(text -> garbled(s, text));
    }

    /** What cannot be read, and stray English function words in the middle of Chinese text. */
    private void garbled(int story, String written) {
        Garble.passages(written).forEach(passage -> garble(story, passage));
        int i = 0;
        while (i < written.length()) {
            int end = i;
            while (end < written.length() && isLatin(written.charAt(end))) {
                end++;
            }
            if (end > i && isStray(written, i, end)) {
                garble(story, written.substring(i, end));
            }
            i = end + 1;
        }
    }

    private void garble(int story, String passage) {
        boolean known = isFull(story)
                || found.get(story).stream()
                        .anyMatch(noise -> noise.getKind().equals(Aside.GARBLED)
                                && noise.getText().contains(passage));
        if (!known) {
            found.get(story).add(new Noise(passage, Aside.GARBLED));
        }
    }

    private boolean isFull(int story) {
        return found.get(story).size() >= MOST;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private boolean isStray(String written, int from, int to) {
        return words.has("stray", written.substring(from, to))
                && nextHan(written, from - 1, -1)
                && nextHan(written, to, 1);
    }

    private static boolean nextHan(String written, int at, int step) {
        int i = at;
        while (i >= 0 && i < written.length() && written.charAt(i) == ' ') {
            i += step;
        }
        return i >= 0 && i < written.length() && Glyphs.isHan(written.charAt(i));
    }
}
