package dev.broadsheet.enrich.gazetteer;

/**
 * The words for what somebody is, in front of the name: offices (局长), which only their holder's name follows, and callings,
 * ties and standings (果农, 妻子), which stand before other words as well. Immutable.
 */
public final class Titles {

    private static final int LONGEST = 12;

    private static final Titles SHARED = new Titles();

    private final Endings titles = Endings.load("titles.txt", "callings.txt", "kin.txt");
    private final Endings callings = Endings.load("callings.txt", "kin.txt");
    private final Endings kin = Endings.load("kin.txt");
    private final Endings qualifiers = Endings.load("role-qualifiers.txt");

    private Titles() {}

    /** Those of the lists on the class path, which are read once. */
    public static Titles shared() {
        return SHARED;
    }

    /** Length of the longest title of two characters or more that ends at a position; 0 where none does. */
    public int endingAt(String text, int end) {
        int title = titles.endingAt(text, Math.max(0, end - LONGEST), end);
        return title > 1 ? title : 0;
    }

    /** Length of the longest title that starts at a position; 0 where none does. */
    public int startingAt(String text, int start) {
        return titles.startingAt(text, start);
    }

    /** Whether an office ends at a position. */
    public boolean officeEndsAt(String text, int end) {
        int title = endingAt(text, end);
        return title > 0 && !callings.contains(text, end - title, end);
    }

    /** 副县长（挂职）林某: where the title ends in front of brackets that end at a position; the position where none do. */
    public int beforeBrackets(String text, int end) {
        boolean brackets = end > 2 && text.charAt(end - 1) == ')';
        int qualifier = brackets ? qualifiers.endingAt(text, 0, end - 1) : 0;
        int open = end - 2 - qualifier;
        return qualifier > 0 && open > 0 && text.charAt(open) == '(' ? open : end;
    }

    /** Whether a stretch tells what somebody is to another: 孙女, 邻居. */
    public boolean isKin(String text, int from, int end) {
        return kin.contains(text, from, end);
    }

    /** Whether a stretch qualifies the title behind it: 退休职工, 承办法官. */
    public boolean isQualifier(String text, int from, int end) {
        return qualifiers.contains(text, from, end);
    }
}
