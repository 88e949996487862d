package dev.broadsheet.enrich.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Precision, recall and F1 of names, exact in span and type. */
public final class EntityScore {

    private static final int ALL = EntityType.values().length;

    private final int[] hits = new int[ALL + 1];
    private final int[] said = new int[ALL + 1];
    private final int[] gold = new int[ALL + 1];

    public void add(List<Entity> expected, List<Entity> found) {
        Set<Entity> right = new HashSet<>(expected);
        for (Entity entity : found) {
            count(said, entity);
            if (right.contains(entity)) {
                count(hits, entity);
            }
        }
        expected.forEach(entity -> count(gold, entity));
    }

    private static void count(int[] counts, Entity entity) {
        counts[entity.type().ordinal()]++;
        counts[ALL]++;
    }

    /** F1 over all types. */
    public double f1() {
        return f1(ALL);
    }

    /** F1 of one type. */
    public double f1(EntityType type) {
        return f1(type.ordinal());
    }

    private double f1(int type) {
        return 2.0 * hits[type] / Math.max(1, said[type] + gold[type]);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        for (int type = 0; type <= ALL; type++) {
            String name = type == ALL ? "all" : EntityType.values()[type].label();
            double precision = hits[type] / (double) Math.max(1, said[type]);
            double recall = hits[type] / (double) Math.max(1, gold[type]);
            table.append(String.format(
                    Locale.ROOT,
                    "%-13s P %.3f  R %.3f  F1 %.3f  gold %d%n",
                    name,
                    precision,
                    recall,
                    f1(type),
                    gold[type]));
        }
        return table.toString();
    }
}
