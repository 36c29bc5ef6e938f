package dev.perennial.training;

import dev.perennial.model.Kind;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a column of a table that somebody brought.
 *
 * @param declared by the file's header; nothing in CSV
 * @param guess its kind as it seems; nothing where it should be left out
 * @param missing rows without a value
 * @param values rows with one
 * @param numbers values that are finite numbers
 * @param dates values that are dates
 * @param labels the different values in the order of the header, else of the file; at most {@link
 *     #MOST_LABELS} and one
 * @param first values of the first rows, missing ones empty
 * @param oddOne the first value that is no number, or ""
 */
public record GivenColumn(
    String name,
    Optional<Kind> declared,
    Optional<Kind> guess,
    long missing,
    long values,
    long numbers,
    long dates,
    List<String> labels,
    List<String> first,
    String oddOne) {
  /** More different values are no choice. */
  public static final int MOST_LABELS = 1_000;

  public GivenColumn {
    labels = List.copyOf(labels);
    first = List.copyOf(first);
  }

  /** Whether there are too many different values to choose from. */
  public boolean isEndless() {
    return labels.size() > MOST_LABELS;
  }

  /** What a person should know before training. */
  public Optional<Said> hint() {
    if (values == 0) {
      return Optional.of(Said.of("said.column-empty"));
    }
    if (labels.size() == 1) {
      return Optional.of(Said.of("said.column-constant"));
    }
    boolean number = guess.filter(kind -> kind == Kind.NUMERIC).isPresent();
    if (number && declared.filter(kind -> kind == Kind.STRING).isPresent()) {
      return Optional.of(Said.of("said.column-declared-text"));
    }
    if (!number && declared.isEmpty() && numbers * 2 >= values) {
      return Optional.of(Said.of("said.column-mostly-numbers", numbers, values, oddOne));
    }
    return guess.filter(kind -> kind == Kind.STRING).map(kind -> Said.of("said.column-of-words"));
  }
}
