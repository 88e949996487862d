package dev.broadsheet.stage;

import dev.broadsheet.article.ArticleText;
import dev.broadsheet.enrich.reprint.Fingerprint;
import dev.broadsheet.enrich.reprint.Membership;
import dev.broadsheet.enrich.reprint.ReprintIndex;
import dev.broadsheet.enrich.reprint.ReprintStore;
import dev.broadsheet.enrich.reprint.ReprintWindow;
import dev.broadsheet.schema.Article;
import dev.broadsheet.schema.Reprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The desk where articles of all newspapers pass by and reprints are recognized. One article may change what is true of others: a
 * reprint makes the first print known as one, too. Those that the index still remembers are kept here, so that they can be published
 * again. All state is in the stores. Not thread-safe.
 */
public final class ReprintDesk {

    /** Under this prefix the index keeps an article as long as it remembers it. */
    private static final String REMEMBERED = "article/";

    /** Undated articles are compared with each other alone. */
    private static final LocalDate UNDATED = LocalDate.EPOCH;

    private final ReprintStore store;
    private final Texts texts;
    private final ReprintIndex index;

    /**
     * @param store where the index keeps its state
     * @param texts where the articles are kept that the index remembers
     */
    public ReprintDesk(ReprintStore store, Texts texts, ReprintWindow window) {
        this.store = store;
        this.texts = texts;
        this.index = new ReprintIndex(new Forgetting(store, texts), window);
    }

    /** Articles as they were last published, by id. */
    public interface Texts {

        /** The article; null where it is not kept. */
        Article get(String id);

        /** Keeps an article; null forgets it. */
        void put(String id, Article article);
    }

    /**
     * Takes in a new or changed article.
     *
     * @return what is to be published now: the article itself, and others whose cluster changed
     */
    public List<Article> put(Article article) {
        LocalDate day = article.getIssueDate() == null ? UNDATED : LocalDate.parse(article.getIssueDate());
        Fingerprint text = Fingerprint.of(article.getId(), day, ArticleText.of(article));
        List<Membership> changed = text == null ? index.remove(article.getId()) : index.put(text);
        Article told = with(article, index.membership(article.getId()));
        if (text != null && store.get(REMEMBERED + article.getId()) != null) {
            texts.put(article.getId(), told);
        }
        List<Article> toPublish = new ArrayList<>(List.of(told));
        toPublish.addAll(others(changed, article.getId()));
        return toPublish;
    }

    /** Forgets an article; returns others whose cluster changed by that. */
    public List<Article> remove(String id) {
        return others(index.remove(id), id);
    }

    private List<Article> others(List<Membership> changed, String id) {
        List<Article> others = new ArrayList<>();
        for (Membership membership : changed) {
            Article text = membership.article().equals(id) ? null : texts.get(membership.article());
            if (text != null) {
                Article told = with(text, membership);
                texts.put(membership.article(), told);
                others.add(told);
            }
        }
        return others;
    }

    private static Article with(Article article, Membership membership) {
        Reprint reprint =
                membership.cluster() == null ? null : new Reprint(membership.cluster(), membership.similarity());
        return Article.newBuilder(article).setReprint(reprint).build();
    }

    /** When the index forgets an article, its text goes with it. */
    private record Forgetting(ReprintStore store, Texts texts) implements ReprintStore {

        @Override
        public byte[] get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            store.put(key, value);
            if (value == null && key.startsWith(REMEMBERED)) {
                texts.put(key.substring(REMEMBERED.length()), null);
            }
        }
    }
}
