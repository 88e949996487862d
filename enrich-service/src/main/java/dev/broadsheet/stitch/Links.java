package dev.broadsheet.stitch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which half goes on in which. Every half has at most one continuation and continues at most one other. */
final class Links {

    /** One step of a story from page to page. */
    record Link(Half tail, List<String> reasons) {}

    private final Map<Half, Link> after = new HashMap<>();
    private final Set<Half> continuations = new HashSet<>();
    private final Map<Half, String> doubts = new HashMap<>();

    private Links() {}

    /** @param halves in a fixed order, on which nothing but the order of equal choices depends */
    static Links find(List<Half> halves) {
        Map<Half, List<Half>> possible = new LinkedHashMap<>();
        for (Half head : halves) {
            List<Half> tails = halves.stream().filter(head::mayGoOnIn).toList();
            if (!tails.isEmpty()) {
                possible.put(head, tails);
            }
        }
        Links links = new Links();
        Evidence evidence = new Evidence(halves);
        Set<Half> done = new HashSet<>();
        for (Half head : possible.keySet()) {
            if (!done.contains(head)) {
                List<Half> rivals = rivals(head, possible);
                done.addAll(rivals);
                links.pair(rivals, possible, evidence);
            }
        }
        return links;
    }

    /** The heads that compete with each other for tails, directly or through others. */
    private static List<Half> rivals(Half first, Map<Half, List<Half>> possible) {
        Set<Half> rivals = new LinkedHashSet<>(List.of(first));
        Deque<Half> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Set<Half> tails = new HashSet<>(possible.get(open.remove()));
            possible.forEach((head, others) -> {
                if (others.stream().anyMatch(tails::contains) && rivals.add(head)) {
                    open.add(head);
                }
            });
        }
        return List.copyOf(rivals);
    }

    private void pair(List<Half> heads, Map<Half, List<Half>> possible, Evidence evidence) {
        List<Half> tails = heads.stream()
                .flatMap(head -> possible.get(head).stream())
                .distinct()
                .toList();
        if (heads.size() > Pairing.MOST || tails.size() > Pairing.MOST) {
            heads.forEach(head -> doubt(head, "more than " + Pairing.MOST + " stories compete for continuations"));
            return;
        }
        Evidence.Weight[][] weights = new Evidence.Weight[heads.size()][tails.size()];
        double[][] scores = new double[heads.size()][tails.size()];
        for (int head = 0; head < heads.size(); head++) {
            for (int tail = 0; tail < tails.size(); tail++) {
                boolean allowed = possible.get(heads.get(head)).contains(tails.get(tail));
                weights[head][tail] = allowed ? evidence.weigh(heads.get(head), tails.get(tail)) : null;
                scores[head][tail] = allowed ? weights[head][tail].score() : Double.NaN;
            }
        }
        int[] pairs = Pairing.sure(scores);
        for (int head = 0; head < pairs.length; head++) {
            if (pairs[head] >= 0) {
                Half tail = tails.get(pairs[head]);
                after.put(heads.get(head), new Link(tail, weights[head][pairs[head]].reasons()));
                continuations.add(tail);
            }
        }
        explainTheRest(heads, tails, possible);
    }

    private void explainTheRest(List<Half> heads, List<Half> tails, Map<Half, List<Half>> possible) {
        for (Half head : heads) {
            List<Half> free = possible.get(head).stream()
                    .filter(tail -> !isContinuation(tail))
                    .toList();
            if (after(head) == null && !free.isEmpty()) {
                doubt(head, "cannot tell whether it goes on in " + ids(free));
            }
        }
        for (Half tail : tails) {
            List<Half> free = heads.stream()
                    .filter(head -> after(head) == null && possible.get(head).contains(tail))
                    .toList();
            if (!isContinuation(tail) && !free.isEmpty()) {
                doubt(tail, "cannot tell whether it continues " + ids(free));
            }
        }
    }

    private static String ids(List<Half> halves) {
        List<String> ids = new ArrayList<>();
        halves.forEach(half -> ids.add(half.article().getId()));
        return String.join(" or ", ids);
    }

    private void doubt(Half half, String why) {
        doubts.merge(half, "not joined: " + why, (one, other) -> one + "; " + other);
    }

    /** The continuation of a half; null where there is none or it cannot be told. */
    Link after(Half half) {
        return after.get(half);
    }

    boolean isContinuation(Half half) {
        return continuations.contains(half);
    }

    /** Why a half was not joined although its page numbers would allow it. */
    Optional<String> doubt(Half half) {
        return Optional.ofNullable(doubts.get(half));
    }
}
