package dev.broadsheet.text;

import java.util.Arrays;
import java.util.Map;

/**
 * Words and what they mean, found by the longest match at a position of a text. Immutable and thread-safe.
 *
 * @param <V> the meaning of a word
 */
public final class Trie<V> {

    private final Node<V> root = new Node<>();

    /** A trie of the given words; empty words are left out. */
    public Trie(Map<String, V> words) {
        words.forEach(this::put);
    }

    /** The longest word that starts at {@code from}; null where none does. */
    public Match<V> longest(String text, int from) {
        Match<V> longest = null;
        Node<V> node = from < text.length() ? root.child(text.charAt(from)) : null;
        for (int next = from + 1; node != null; next++) {
            if (node.value != null) {
                longest = new Match<>(node.value, next);
            }
            node = next < text.length() ? node.child(text.charAt(next)) : null;
        }
        return longest;
    }

    /** The characters with which words start, each once. */
    public String starts() {
        return String.valueOf(root.keys);
    }

    private void put(String word, V value) {
        Node<V> node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.childOrNew(word.charAt(i));
        }
        if (node != root) {
            node.value = value;
        }
    }

    /**
     * A word found.
     *
     * @param end position after the word
     */
    public record Match<V>(V value, int end) {}

    private static final class Node<V> {
        private V value;
        private char[] keys = {};
        private Object[] children = {};

        @SuppressWarnings("unchecked") // only childOrNew() writes into children
        private Node<V> child(char key) {
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? null : (Node<V>) children[at];
        }

        private Node<V> childOrNew(char key) {
            Node<V> known = child(key);
            if (known != null) {
                return known;
            }
            int at = -Arrays.binarySearch(keys, key) - 1;
            char[] moreKeys = new char[keys.length + 1];
            Object[] moreChildren = new Object[keys.length + 1];
            System.arraycopy(keys, 0, moreKeys, 0, at);
            System.arraycopy(children, 0, moreChildren, 0, at);
            System.arraycopy(keys, at, moreKeys, at + 1, keys.length - at);
            System.arraycopy(children, at, moreChildren, at + 1, keys.length - at);
            Node<V> child = new Node<>();
            moreKeys[at] = key;
            moreChildren[at] = child;
            keys = moreKeys;
            children = moreChildren;
            return child;
        }
    }
}
