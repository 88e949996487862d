/**
 * Finds names in text: people, organizations, places.
 *
 * <p>{@link dev.broadsheet.enrich.entity.EntityRecognizer} reads a line the way a copy editor does. It cuts it into
 * common words ({@code Lexicon}), notes where surnames, places, titles and the endings of organizations stand
 * ({@code Gazetteer}), observes each character with its neighbours ({@code Features}) and asks a trained model which tag
 * each observation speaks for ({@code TagModel}); {@code Decoder} then picks the sequence of tags that spells whole
 * names and weighs most. The training program stands beside the tests; it writes {@code tagger.model.gz}.
 */
package dev.broadsheet.enrich.entity;
