package dev.broadsheet.enrich.reprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds articles that tell the same text, as they stream in. Articles that are linked, directly or through others, are a
 * cluster; its first published article (by day, then by id) names it. So the clusters do not depend on the order in which the
 * articles arrive, as long as the window holds them and none of the bounds below is reached: when an earlier one comes late, or
 * one goes, the answer tells every article whose cluster changed.
 *
 * <p>All state is in the {@link ReprintStore}; the index itself holds none but its settings. Not thread-safe.
 */
public final class ReprintIndex {

    private static final int KEYS = 32;
    /** More articles than this under one key: a formula that every report prints; only the latest are kept. */
    private static final int ARTICLES_PER_KEY = 32;

    private static final int MAX_CANDIDATES = 200;
    private static final int MAX_NEIGHBOURS = 64;
    private static final int MAX_CLUSTER = 500;
    /** A day's ids lie in so many drawers, so that filing one article does not rewrite them all. */
    private static final int DRAWERS = 64;

    /** So many old days go at most with one article, so that none takes long where the window was made narrower. */
    private static final int DAYS_FORGOTTEN_AT_ONCE = 2;

    private static final String DAYS = "days";
    private static final String SEPARATOR = "\n";

    private final ReprintStore store;
    private final ReprintWindow window;

    /** An index over what the store holds. */
    public ReprintIndex(ReprintStore store, ReprintWindow window) {
        this.store = store;
        this.window = window;
    }

    /**
     * Adds an article, or replaces it where its text changed.
     *
     * @return every article whose cluster is not what was said of it before, by id
     */
    public List<Membership> put(Fingerprint article) {
        Entry before = load(article.article());
        Set<String> touched = new TreeSet<>(detach(article.article()));
        if (hasRoom(article)) {
            Entry entry = new Entry(article, new TreeMap<>(), before == null ? "" : before.told());
            for (Entry candidate : candidates(article)) {
                link(entry, candidate);
            }
            save(entry);
            shelve(article);
            touched.add(article.article());
        }
        return settle(touched);
    }

    /** Forgets an article; the answer is as for {@link #put}. */
    public List<Membership> remove(String article) {
        return settle(detach(article));
    }

    /** What was last said of an article; in no cluster where the index does not know it. */
    public Membership membership(String article) {
        Entry entry = load(article);
        return entry == null ? new Membership(article, null, 0) : membership(entry, clusterTold(entry));
    }

    /** The cluster without the similarity that was told with it. */
    private static String clusterTold(Entry entry) {
        return entry.told().substring(0, Math.max(0, entry.told().lastIndexOf(' ')));
    }

    private void link(Entry entry, Entry candidate) {
        double similarity = Verdict.similarity(entry.fingerprint(), candidate.fingerprint());
        boolean full = entry.neighbours().size() >= MAX_NEIGHBOURS
                || candidate.neighbours().size() >= MAX_NEIGHBOURS;
        if (similarity > 0 && !full) {
            entry.neighbours().put(candidate.fingerprint().article(), similarity);
            candidate.neighbours().put(entry.fingerprint().article(), similarity);
            save(candidate);
        }
    }

    /** Articles that share a key, the ones that share most first. */
    private List<Entry> candidates(Fingerprint article) {
        TreeMap<String, Integer> shared = new TreeMap<>();
        for (int key : article.keys(KEYS)) {
            ids(keyName(key)).forEach(id -> shared.merge(id, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Comparator.comparing(candidate -> -candidate.getValue()))
                .limit(MAX_CANDIDATES)
                .map(candidate -> load(candidate.getKey()))
                .filter(entry -> entry != null && inWindow(entry.fingerprint(), article))
                .toList();
    }

    private boolean inWindow(Fingerprint one, Fingerprint other) {
        return Math.abs(one.published().toEpochDay() - other.published().toEpochDay()) <= window.days();
    }

    /** Takes an article out and says whose clusters may have changed: its neighbours'. */
    private Set<String> detach(String article) {
        Entry gone = load(article);
        if (gone == null) {
            return Set.of();
        }
        for (String neighbour : gone.neighbours().keySet()) {
            Entry entry = load(neighbour);
            if (entry != null) {
                entry.neighbours().remove(article);
                save(entry);
            }
        }
        for (int key : gone.fingerprint().keys(KEYS)) {
            removeId(keyName(key), article);
        }
        removeId(drawerName(gone.fingerprint()), article);
        store.put(articleName(article), null);
        return gone.neighbours().keySet();
    }

    /** Names anew the clusters of these articles. */
    private List<Membership> settle(Set<String> articles) {
        TreeMap<String, Membership> changed = new TreeMap<>();
        Set<String> settled = new TreeSet<>();
        for (String article : articles) {
            if (settled.contains(article)) {
                continue;
            }
            List<Entry> cluster = cluster(article);
            String name = cluster.size() < 2 ? "" : first(cluster);
            for (Entry member : cluster) {
                settled.add(member.fingerprint().article());
                String telling = name.isEmpty() ? "" : name + " " + member.closest();
                if (!member.told().equals(telling)) {
                    save(member.withTold(telling));
                    changed.put(member.fingerprint().article(), membership(member, name));
                }
            }
        }
        return List.copyOf(changed.values());
    }

    private static Membership membership(Entry member, String name) {
        String id = member.fingerprint().article();
        return name.isEmpty() ? new Membership(id, null, 0) : new Membership(id, name, member.closest());
    }

    private static String first(List<Entry> cluster) {
        return cluster.stream()
                .map(Entry::fingerprint)
                .min(Comparator.comparing(Fingerprint::published).thenComparing(Fingerprint::article))
                .map(Fingerprint::article)
                .orElseThrow();
    }

    private List<Entry> cluster(String article) {
        List<Entry> members = new ArrayList<>();
        Set<String> seen = new TreeSet<>(Set.of(article));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty() && members.size() < MAX_CLUSTER) {
            Entry member = load(waiting.poll());
            if (member != null) {
                members.add(member);
                member.neighbours().keySet().stream().filter(seen::add).forEach(waiting::add);
            }
        }
        return members;
    }

    private boolean hasRoom(Fingerprint article) {
        return ids(drawerName(article)).size() < articlesPerDrawer();
    }

    private int articlesPerDrawer() {
        return (window.articlesPerDay() + DRAWERS - 1) / DRAWERS;
    }

    /** Files the article under its keys and its day, and makes room where there are too many days. */
    private void shelve(Fingerprint article) {
        for (int key : article.keys(KEYS)) {
            addId(keyName(key), article.article(), ARTICLES_PER_KEY);
        }
        addId(drawerName(article), article.article(), articlesPerDrawer());
        Set<String> days = ids(DAYS);
        String day = article.published().toString();
        days.remove(day);
        days.add(day); // most recently touched last
        List<String> tooMany = days.stream()
                .limit(Math.max(0, days.size() - window.daysHeld()))
                .limit(DAYS_FORGOTTEN_AT_ONCE)
                .toList();
        tooMany.forEach(this::forgetDay);
        tooMany.forEach(days::remove);
        saveIds(DAYS, days);
    }

    /** Drops a day's articles. Their clusters stay as published: what a reader was told is not taken back for want of room. */
    private void forgetDay(String day) {
        for (int drawer = 0; drawer < DRAWERS; drawer++) {
            ids(drawerName(day, drawer)).forEach(this::detach);
        }
    }

    private Entry load(String article) {
        byte[] stored = store.get(articleName(article));
        return stored == null ? null : Entry.read(stored);
    }

    private void save(Entry entry) {
        store.put(articleName(entry.fingerprint().article()), entry.toBytes());
    }

    private static String articleName(String article) {
        return "article/" + article;
    }

    private static String keyName(int key) {
        return "key/" + Integer.toHexString(key);
    }

    private static String drawerName(Fingerprint article) {
        return drawerName(
                article.published().toString(), Math.floorMod(article.article().hashCode(), DRAWERS));
    }

    private static String drawerName(String day, int drawer) {
        return "day/" + day + "/" + drawer;
    }

    private Set<String> ids(String name) {
        byte[] stored = store.get(name);
        return stored == null
                ? new LinkedHashSet<>()
                : Arrays.stream(new String(stored, StandardCharsets.UTF_8).split(SEPARATOR))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void addId(String name, String id, int max) {
        Set<String> ids = ids(name);
        ids.add(id);
        if (ids.size() > max) {
            ids.remove(ids.iterator().next());
        }
        saveIds(name, ids);
    }

    private void removeId(String name, String id) {
        Set<String> ids = ids(name);
        if (ids.remove(id)) {
            saveIds(name, ids);
        }
    }

    private void saveIds(String name, Set<String> ids) {
        store.put(name, ids.isEmpty() ? null : String.join(SEPARATOR, ids).getBytes(StandardCharsets.UTF_8));
    }
}
