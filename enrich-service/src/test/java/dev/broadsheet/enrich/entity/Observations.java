package dev.broadsheet.enrich.entity;

import java.util.Arrays;

/** Numbers the observations of a training set by their hash, from 0, and counts them. */
final class Observations {

    private int[] slots = new int[1 << 16];
    private int[] hashes = new int[1 << 14];
    private int[] times = new int[1 << 14];
    private int size;

    Observations() {
        Arrays.fill(slots, -1);
    }

    /** The number of an observation, counted once more. */
    int count(int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] >= 0 && hashes[slots[slot]] != hash) {
            slot = slot + 1 & mask;
        }
        if (slots[slot] < 0) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            hashes[size] = hash;
            slots[slot] = size++;
            if (size * 2 > slots.length) {
                grow();
                times[size - 1]++;
                return size - 1;
            }
        }
        int id = slots[slot];
        times[id]++;
        return id;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (slots[slot] >= 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = id;
        }
    }

    int size() {
        return size;
    }

    int hash(int id) {
        return hashes[id];
    }

    int times(int id) {
        return times[id];
    }
}
