package dev.broadsheet.enrich.reprint;

/** Decides whether two articles tell the same text. */
final class Verdict {

    /** A reprint's runs cover this share of the shorter text, … */
    private static final double SHARE = 0.2;
    /** … and so many of its characters: two short notices share a formula, not a text. */
    private static final double MIN_COVERED = 60;
    /** Less will do where the figures and quoted names agree: a reprint rewritten sentence by sentence. */
    private static final double SHARE_WITH_MARKS = 0.1;

    private static final int MIN_MARKS = 3;

    private Verdict() {}

    /** The similarity of two articles that tell the same text; 0 where they do not. */
    static double similarity(Fingerprint one, Fingerprint other) {
        double similarity = Alignment.similarity(one, other);
        double covered = similarity * Math.min(one.length(), other.length());
        boolean sameText = similarity >= SHARE && covered >= Math.min(MIN_COVERED, shorter(one, other) / 2.0);
        boolean sameStory = similarity >= SHARE_WITH_MARKS && marksAgree(one, other);
        return sameText || sameStory ? similarity : 0;
    }

    private static int shorter(Fingerprint one, Fingerprint other) {
        return Math.min(one.length(), other.length());
    }

    private static boolean marksAgree(Fingerprint one, Fingerprint other) {
        int shared = Marks.shared(one.marks(), other.marks());
        return shared >= MIN_MARKS && 2 * shared >= Math.min(one.marks().length, other.marks().length);
    }
}
