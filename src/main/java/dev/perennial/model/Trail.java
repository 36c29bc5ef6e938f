package dev.perennial.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a model's present champion stands among those there have been: a new champion steps on top
 * of the one before, and an earlier one that answers again takes away all that came after it.
 *
 * @param before the version below the present one: what a roll-back goes to
 * @param undone the version that the last change took away, if it did
 */
public record Trail(Optional<Integer> before, Optional<Integer> undone) {

  /**
   * Reads it from the changes.
   *
   * @param history of one model, newest first
   */
  public static Trail of(List<Promotion> history) {
    List<Integer> line = new ArrayList<>();
    Optional<Integer> undone = Optional.empty();
    for (int i = history.size() - 1; i >= 0; i--) {
      Promotion change = history.get(i);
      if (change.alias() != Alias.CHAMPION) {
        continue;
      }
      int at = line.indexOf(change.to());
      int last = line.size() - 1;
      if (at < 0) {
        line.add(change.to());
        undone = Optional.empty();
      } else if (at < last) {
        undone = Optional.of(line.get(last));
        line.subList(at + 1, line.size()).clear();
      }
    }
    return new Trail(
        line.size() < 2 ? Optional.empty() : Optional.of(line.get(line.size() - 2)), undone);
  }
}
