package dev.perennial.training;

import dev.perennial.words.Said;
import java.util.Optional;

/**
 * How fast a run forgets.
 *
 * @param rows a row weighs half as much as one that is so many rows newer; absent: all weigh the
 *     same
 * @param chosen whether the run chose it by its own rows
 * @param sentence which it is and why, in English
 * @param said the same, to be said in any language; absent where it is from before there was that
 */
public record HalfLife(
    Optional<Integer> rows, boolean chosen, String sentence, Optional<String> said) {
  /** Where nothing can be chosen by: the one that follows a changing world best on average. */
  static final int USUAL = 1_000;

  static HalfLife of(Optional<Integer> rows, boolean chosen, Said sentence) {
    return new HalfLife(rows, chosen, sentence.english(), Optional.of(sentence.stored()));
  }

  /** Which it is and why, for people. */
  public Said says() {
    return Said.read(said, sentence);
  }

  /** As {@link TrainingRows#weighted} takes it. */
  double length() {
    return rows.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
  }
}
