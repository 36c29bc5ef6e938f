package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.monitor.Interval;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.Optional;

/**
 * How a challenger does in the shadow of the champion.
 *
 * @param version the challenger's
 * @param champion the version that answers
 * @param since when it became the challenger
 * @param classes whether the target is a class; else a number
 * @param rows that it has answered beside the champion, of those kept
 * @param agreed rows on which both give the same class
 * @param agreement their share with Wilson's 95 % interval
 * @param dropped rows under load that it was not asked, since the server started
 * @param unanswered rows that it had no answer to, since the server started
 * @param scores on the newest rows whose truth is known
 * @param verdict what the gate says of these rows
 * @param trouble why it is not asked; absent while it is
 */
public record ShadowState(
    int version,
    int champion,
    Instant since,
    boolean classes,
    long rows,
    long agreed,
    Interval agreement,
    long dropped,
    long unanswered,
    Scores scores,
    Verdict verdict,
    Optional<Said> trouble) {

  /**
   * Accuracies, or mean absolute errors.
   *
   * @param rows labelled ones that both have answered
   */
  public record Scores(int rows, double champion, double challenger) {}
}
