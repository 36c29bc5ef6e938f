package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.words.Said;
import dev.perennial.words.Said.Change;
import java.time.Instant;
import java.util.Optional;

/**
 * What a retraining would gain now.
 *
 * @param sentence for people: the gain, or why it is not known
 * @param measured absent while it is not known
 */
public record Benefit(Said sentence, Optional<Measured> measured) {

  /**
   * The last measurement.
   *
   * @param version that answers, against which the candidate was held
   * @param rows the newest labelled ones, on which both were judged
   * @param verdict of the gate; its gain is absent for a numeric target
   */
  public record Measured(int version, Instant at, int rows, Verdict verdict) {}

  static Benefit unknown(Said sentence) {
    return new Benefit(sentence, Optional.empty());
  }

  /** A gain that was measured. */
  public static Benefit of(Measured measured) {
    Verdict verdict = measured.verdict();
    return new Benefit(
        verdict
            .gain()
            .map(gain -> gain(gain, version(measured)))
            .orElseGet(
                () -> Said.of("said.would-change-errors", version(measured), errors(verdict))),
        Optional.of(measured));
  }

  private static String version(Measured measured) {
    return Integer.toString(measured.version());
  }

  /** What the gate says of a numeric target's errors. */
  private static Said errors(Verdict verdict) {
    return verdict
        .rule("absolute-error")
        .map(Verdict.Rule::says)
        .orElseGet(() -> Said.of("said.no-figure"));
  }

  private static Said gain(Verdict.Gain gain, String version) {
    if (gain.low() == 0 && gain.high() == 0) {
      return Said.of("said.would-gain-nothing", version);
    }
    boolean perhapsNothing = gain.low() <= 0 && gain.high() >= 0;
    return Said.of(
        gain.accuracy() < 0 ? "said.would-lose" : "said.would-gain",
        Math.rint(1_000 * Math.abs(gain.accuracy())) / 10,
        version,
        Said.of(
            perhapsNothing ? "said.interval-nothing" : "said.interval",
            new Change(100 * gain.low(), 1),
            new Change(100 * gain.high(), 1)));
  }
}
