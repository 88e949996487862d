package dev.broadsheet.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RolePathTest {

    private static final Role[] ROLES =
            EnumSet.range(Role.PARAGRAPH, Role.FURNITURE).toArray(Role[]::new);

    /** Scores drawn by chance. */
    private static final class Drawn implements RolePath.Scores {
        private final double[][] own;
        private final double[][][] follow;

        Drawn(int lines, long seed) {
            Random random = new Random(seed);
            own = new double[lines][ROLES.length];
            follow = new double[lines][ROLES.length][ROLES.length];
            for (int i = 0; i < lines; i++) {
                for (int role = 0; role < ROLES.length; role++) {
                    own[i][role] = random.nextGaussian();
                    for (int before = 0; before < ROLES.length; before++) {
                        follow[i][before][role] = i == 0 ? 0 : random.nextGaussian();
                    }
                }
            }
        }

        @Override
        public double own(int line, Role role) {
            return own[line][role.ordinal()];
        }

        @Override
        public double follow(int line, Role before, Role role) {
            return follow[line][before.ordinal()][role.ordinal()];
        }

        private double score(List<Role> path) {
            double score = 0;
            for (int i = 0; i < path.size(); i++) {
                score += own(i, path.get(i)) + (i == 0 ? 0 : follow(i, path.get(i - 1), path.get(i)));
            }
            return score;
        }
    }

    @Property(tries = 60)
    void noOtherPathIsBetterAndTheMarginsAreThoseOfTheBestOthers(
            @ForAll @IntRange(min = 1, max = 4) int lines, @ForAll long seed) {
        Drawn drawn = new Drawn(lines, seed);
        RolePath path = new RolePath(lines, drawn);
        List<Role> chosen = List.of(path.roles());
        List<List<Role>> all = paths(lines);

        double best = drawn.score(chosen);
        assertThat(all).allSatisfy(other -> assertThat(drawn.score(other)).isLessThanOrEqualTo(best + 1e-9));
        for (int i = 0; i < lines; i++) {
            int line = i;
            List<Role> second = all.stream()
                    .filter(other -> !isSameKind(other.get(line), chosen.get(line)))
                    .max((a, b) -> Double.compare(drawn.score(a), drawn.score(b)))
                    .orElseThrow();
            assertThat(path.rival(line)).isEqualTo(second.get(line));
            assertThat(path.margin(line)).isCloseTo(best - drawn.score(second), within(1e-9));
        }
    }

    private static boolean isSameKind(Role one, Role other) {
        return one == other || one.isBody() && other.isBody();
    }

    private static List<List<Role>> paths(int lines) {
        List<List<Role>> paths = List.of(List.of());
        for (int i = 0; i < lines; i++) {
            List<List<Role>> longer = new ArrayList<>();
            for (List<Role> path : paths) {
                for (Role role : ROLES) {
                    List<Role> next = new ArrayList<>(path);
                    next.add(role);
                    longer.add(next);
                }
            }
            paths = longer;
        }
        return paths;
    }
}
