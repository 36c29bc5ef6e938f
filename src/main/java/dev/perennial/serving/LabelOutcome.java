package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.List;

/**
 * What became of the labels of one request: formed only after those that are recorded are in the
 * journal.
 *
 * @param accepted recorded, where there was none or only a stranger's word for the same
 * @param unchanged the same was recorded already; nothing is written
 * @param corrected recorded in place of another, which stays as history
 */
public record LabelOutcome(int accepted, int unchanged, int corrected, List<Rejected> rejected) {
  public LabelOutcome {
    rejected = List.copyOf(rejected);
  }

  /**
   * A label that is not recorded.
   *
   * @param index from 0, in the order sent
   * @param prediction the id as sent, fit to be shown; "" if there was none
   * @param reason every fault, in words
   */
  public record Rejected(int index, String prediction, Said reason) {}
}
