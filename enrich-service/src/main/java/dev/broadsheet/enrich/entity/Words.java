package dev.broadsheet.enrich.entity;

/** A text cut into words: for each character, where its word starts and ends and what kind it is. */
final class Words {

    final int[] start;
    final int[] end;
    final short[] kind;
    final boolean[] ordinary;

    Words(int length) {
        start = new int[length];
        end = new int[length];
        kind = new short[length];
        ordinary = new boolean[length];
    }

    /** @param isOrdinary whether the dictionary knows it well */
    void set(int from, int to, int wordKind, boolean isOrdinary) {
        for (int i = from; i < to; i++) {
            start[i] = from;
            end[i] = to;
            kind[i] = (short) wordKind;
            ordinary[i] = isOrdinary;
        }
    }

    /** Place of a character in its word: 0 alone, 1 first, 2 within, 3 last. */
    int place(int i) {
        if (end[i] - start[i] == 1) {
            return 0;
        }
        return i == start[i] ? 1 : i == end[i] - 1 ? 3 : 2;
    }

    /** Whether the dictionary takes a character's word for one that only joins others: 和, 向, 由. */
    boolean isFunctionWord(int i) {
        char partOfSpeech = (char) ('a' - 1 + (kind[i] >> 5));
        return "cdpu".indexOf(partOfSpeech) >= 0;
    }

    /** Whether the dictionary takes a character's word for a verb. */
    boolean isVerb(int i) {
        return 'a' - 1 + (kind[i] >> 5) == 'v';
    }

    /** Whether the dictionary takes a character's word for a personal name. */
    boolean isPersonalName(int i) {
        return kind[i] >> 5 == 'n' - 'a' + 1 && (kind[i] & 31) == 'r' - 'a' + 1;
    }

    /** Takes over the words of a passage that starts at {@code offset} of this text. */
    void take(Words passage, int offset) {
        for (int i = 0; i < passage.start.length; i++) {
            start[offset + i] = passage.start[i] + offset;
            end[offset + i] = passage.end[i] + offset;
            kind[offset + i] = passage.kind[i];
            ordinary[offset + i] = passage.ordinary[i];
        }
    }
}
