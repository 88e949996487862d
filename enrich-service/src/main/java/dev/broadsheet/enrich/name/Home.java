package dev.broadsheet.enrich.name;

import dev.broadsheet.article.Folding;
import dev.broadsheet.enrich.gazetteer.Division;
import dev.broadsheet.enrich.gazetteer.Divisions;
import dev.broadsheet.enrich.gazetteer.Endings;
import dev.broadsheet.enrich.gazetteer.WordList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a newspaper is at home: which province, city and county 省, 市 and 县 mean in it, and which of several places of
 * one name.
 */
final class Home {

    private static final Map<String, String> NAMED_OTHERWISE = namedOtherwise();
    private static final int LONGEST_PLACE = 12;

    private static final Endings PAPERS = Endings.load("papers.txt");
    private static final int SHORTEST_PLACE = 2;

    private final List<Division> chain;
    private final String name;

    private Home(List<Division> chain, String name) {
        this.chain = chain;
        this.name = name;
    }

    private static Map<String, String> namedOtherwise() {
        Map<String, String> codes = new HashMap<>();
        for (String line : WordList.lines("home-regions.tsv")) {
            String[] fields = line.split("\t");
            codes.put(fields[0], fields[1]);
        }
        return codes;
    }

    /** @param publication the newspaper's name; null, or a name that says no place, gives a home nowhere */
    static Home of(String publication, Divisions divisions) {
        if (publication == null) {
            return new Home(List.of(), "");
        }
        for (int end = publication.length(); end >= 2; end--) {
            Division named = divisions.coded(NAMED_OTHERWISE.get(publication.substring(0, end)));
            if (named != null) {
                return new Home(divisions.chain(named), "");
            }
        }
        for (int end = Math.min(LONGEST_PLACE, publication.length()); end >= 2; end--) {
            // 西安晚报 is the city's paper, not that of a district of the name elsewhere.
            Optional<Division> named = divisions.named(publication.substring(0, end)).stream()
                    .min(Comparator.comparingInt(Division::level).thenComparing(Division::former));
            if (named.isPresent()) {
                return new Home(divisions.chain(named.get()), "");
            }
        }
        return new Home(List.of(), placeIn(publication));
    }

    /** 云汀 of 云汀日报. */
    private static String placeIn(String publication) {
        String folded = Folding.fold(publication);
        int end = folded.length() - PAPERS.endingAt(folded, 0, folded.length());
        return end < folded.length() && end >= SHORTEST_PLACE ? folded.substring(0, end) : "";
    }

    /** The place that the paper has its name from, where no list of divisions knows it; folded, empty where none. */
    String unlistedName() {
        return name;
    }

    /** Whether the newspaper's home could be told. */
    boolean isKnown() {
        return !chain.isEmpty();
    }

    /** Full name of the division that a level alone means: 市 in 云汀日报 is 云汀市; null where the paper does not tell. */
    String divisionOfLevel(char level) {
        int depth = "省市县区".indexOf(level);
        if (depth < 0) {
            return null;
        }
        int wanted = Math.min(depth, 2) + 1;
        return chain.stream()
                .filter(division -> division.level() == wanted)
                .map(Division::name)
                .findFirst()
                .orElse(null);
    }

    /** How near a division is: 3 in the same county or above it, 2 in the same prefecture, 1 in the same province, 0. */
    int nearness(Division division) {
        String code = chain.isEmpty() ? "" : chain.get(chain.size() - 1).code();
        if (code.isEmpty()) {
            return 0;
        }
        if (chain.contains(division)) {
            return 3;
        }
        boolean prefecture = chain.size() > 1 && division.code().startsWith(code.substring(0, 4));
        return prefecture ? 2 : division.code().startsWith(code.substring(0, 2)) ? 1 : 0;
    }
}
