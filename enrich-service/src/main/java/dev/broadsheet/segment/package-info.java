/**
 * From lines to articles, as a careful editor would tell them apart. {@link dev.broadsheet.segment.Segmenter} is the
 * way in; {@link dev.broadsheet.segment.Explanation} tells what it decided and why. The steps, in order:
 *
 * <ol>
 *   <li>{@code Asides} puts aside lines that are printed twice in a row and single garbled ones, which would mislead.
 *   <li>{@code CueFinder} reads on each line what the trade prints there: 本报讯, 据新华社…电, （记者 …）, … 摄, （下转第二版）,
 *       编者按; {@code FurnitureCues} knows what the paper prints of itself. The words are in {@code cues.txt}.
 *   <li>{@code LineClassifier} gives every line a role, as the best path through scored features of the lines and of
 *       their neighbourhood (Viterbi). The weights are in {@code weights.txt}. {@code Poems} and {@code Lists} then find verses and
 *       rows among them, which end with their line.
 *   <li>{@code SentenceJoins} finds where broken sentences go on, by a model of words, and {@code ReadingOrder} puts
 *       paragraphs of interleaved columns into the order in which they are read; {@code Continuations} parts stories
 *       from another page that run into each other; {@code EditorsNotes} reads a note before the headline above it.
 *   <li>{@code Layout} sees the page as runs of body text with headings between them; {@code HeadlineAssignment} shares
 *       the headings out among the bodies, all at once; {@code StoryFlow} weighs where a story goes on, {@code GapScores} which
 *       headings are its own.
 *   <li>{@code HeadlineGroups} sorts kicker, headline and subheadline; {@code Captions} finds the story a picture
 *       belongs to; {@code Bylines}, {@code Datelines}, {@code JumpLines} and {@code HeaderLines} read what they are
 *       named after, {@code Sheets} finds the printed pages in the file; {@code SuspectedNoise} flags what the scan
 *       copied, doubled or garbled.
 *   <li>{@code StoryBuilder} writes clean text and keeps the lines it came from; {@code Confidence} weighs the evidence for
 *       the story, with the weights in {@code confidence.txt}. {@code features.txt} says every weight in plain words.
 * </ol>
 *
 * <p>Nothing here knows of files, clocks or Kafka. Every printed line ends up in exactly one story or in the page's
 * furniture, and the cost grows with the page's length.
 */
package dev.broadsheet.segment;
