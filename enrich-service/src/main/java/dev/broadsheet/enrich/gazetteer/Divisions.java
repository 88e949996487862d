package dev.broadsheet.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The administrative divisions of China, by code and by name, full (云霄县) or short (云霄). Thread-safe. */
public final class Divisions {

    /** What a short name leaves out: the kind of division, before it the peoples a self-governing one belongs to. */
    private static final Pattern KIND = Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|林区|矿区|地区|省|市|县|区|州|盟|旗)$");

    private static final Pattern PEOPLES =
            Pattern.compile("(壮族|回族|维吾尔|蒙古族|蒙古|藏族|朝鲜族|土家族|苗族|布依族|侗族|彝族|白族|傣族|哈尼族|景颇族|傈僳族|哈萨克族|哈萨克|满族|瑶族|畲族|黎族"
                    + "|仫佬族|毛南族|仡佬族|水族|羌族|纳西族|拉祜族|佤族|布朗族|普米族|怒族|独龙族|德昂族|裕固族|保安族|东乡族|撒拉族|土族|达斡尔族|鄂温克族|鄂伦春|鄂温克|塔吉克"
                    + "|锡伯|柯尔克孜|各族)+$");

    private final Map<String, Division> byCode = new LinkedHashMap<>();
    private final Map<String, List<Division>> byName = new HashMap<>();

    private Divisions() {}

    /** Reads the divisions from the class path. */
    public static Divisions load() {
        Divisions divisions = new Divisions();
        for (String line : WordList.lines("divisions.tsv")) {
            String[] fields = line.split("\t");
            divisions.add(new Division(fields[0], fields[1], fields.length > 2));
        }
        return divisions;
    }

    private void add(Division division) {
        byCode.put(division.code(), division);
        index(division.name(), division);
        String shortName = shortName(division.name());
        if (!shortName.equals(division.name())) {
            index(shortName, division);
        }
    }

    private void index(String name, Division division) {
        byName.computeIfAbsent(name, unseen -> new ArrayList<>(1)).add(division);
    }

    /** 木垒哈萨克自治县 is 木垒, 芗城区 is 芗城; but 沙县 and 东区 stay, one character is no name. */
    public static String shortName(String name) {
        String bare = KIND.matcher(name).replaceFirst("");
        if (bare.length() < name.length() - 1 && name.contains("自治")) {
            bare = PEOPLES.matcher(bare).replaceFirst("");
        }
        return bare.length() < 2 ? name : bare;
    }

    /** Every name, full and short. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** The divisions of this full or short name, in the order of their codes; empty where there is none. */
    public List<Division> named(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
    }

    /** The division of a code; null where there is none. */
    public Division coded(String code) {
        return byCode.get(code);
    }

    /** From the province down to the division itself. */
    public List<Division> chain(Division division) {
        String code = division.code();
        List<Division> chain = new ArrayList<>(3);
        for (String above : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00")) {
            Division parent = byCode.get(above);
            if (parent != null && !above.equals(code)) {
                chain.add(parent);
            }
        }
        chain.add(division);
        return chain;
    }
}
