package dev.perennial.training;

import dev.perennial.model.Kind;
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

  /** What a person should know before training, in a sentence; "" for nothing. */
  public String hint() {
    if (values == 0) {
      return "It is empty in every row.";
    }
    if (labels.size() == 1) {
      return "It has the same value in every row, so it tells nothing: leave it out.";
    }
    boolean number = guess.filter(kind -> kind == Kind.NUMERIC).isPresent();
    if (number && declared.filter(kind -> kind == Kind.STRING).isPresent()) {
      return "The header says text, but each value is a number.";
    }
    if (!number && declared.isEmpty() && numbers * 2 >= values) {
      return "%,d of %,d values are numbers, not so \"%s\". Choose number, and the others count as missing."
          .formatted(numbers, values, oddOne);
    }
    if (guess.filter(kind -> kind == Kind.STRING).isPresent()) {
      return "Its words become inputs. Leave it out if it only names the row.";
    }
    return "";
  }
}
