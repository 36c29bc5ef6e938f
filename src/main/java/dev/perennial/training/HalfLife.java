package dev.perennial.training;

import java.util.Optional;

/**
 * How fast a run forgets.
 *
 * @param rows a row weighs half as much as one that is so many rows newer; absent: all weigh the
 *     same
 * @param chosen whether the run chose it by its own rows
 * @param sentence which it is and why, for people
 */
public record HalfLife(Optional<Integer> rows, boolean chosen, String sentence) {
  /** Where nothing can be chosen by: the one that follows a changing world best on average. */
  static final int USUAL = 1_000;

  /** As {@link TrainingRows#weighted} takes it. */
  double length() {
    return rows.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
  }
}
