package dev.broadsheet.enrich.entity;

/** A text cut into words: for each character, where its word starts and ends and what kind it is. */
final class Words {

    final int[] start;
    final int[] end;
    final short[] kind;

    Words(int length) {
        start = new int[length];
        end = new int[length];
        kind = new short[length];
    }

    void set(int from, int to, int wordKind) {
        for (int i = from; i < to; i++) {
            start[i] = from;
            end[i] = to;
            kind[i] = (short) wordKind;
        }
    }

    /** Place of a character in its word: 0 alone, 1 first, 2 within, 3 last. */
    int place(int i) {
        if (end[i] - start[i] == 1) {
            return 0;
        }
        return i == start[i] ? 1 : i == end[i] - 1 ? 3 : 2;
    }
}
