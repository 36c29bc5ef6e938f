package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a retraining would gain now.
 *
 * @param sentence for people: the gain, or why it is not known
 * @param measured absent while it is not known
 */
public record Benefit(String sentence, Optional<Measured> measured) {

  /**
   * The last measurement.
   *
   * @param version that answers, against which the candidate was held
   * @param rows the newest labelled ones, on which both were judged
   * @param verdict of the gate; its gain is absent for a numeric target
   */
  public record Measured(int version, Instant at, int rows, Verdict verdict) {
    /** What the gate says of a numeric target's errors. */
    public Optional<Said> errors() {
      return verdict.rule("absolute-error").map(Verdict.Rule::says);
    }
  }

  static Benefit unknown(String sentence) {
    return new Benefit(sentence, Optional.empty());
  }

  static Benefit of(Measured measured) {
    String sentence =
        measured
            .verdict()
            .gain()
            .map(gain -> gain(gain, measured.version()))
            .orElseGet(
                () ->
                    "A retraining now, as an estimate against version "
                        + measured.version()
                        + ": "
                        + measured.errors().map(Said::english).orElse("the gate has no figure."));
    return new Benefit(sentence, Optional.of(measured));
  }

  private static String gain(Verdict.Gain gain, int version) {
    return String.format(
        Locale.ROOT,
        "A retraining would %s about %.1f points of accuracy against version %d"
            + " (95 %% interval %+.1f to %+.1f%s).",
        gain.accuracy() < 0 ? "lose" : "gain",
        100 * Math.abs(gain.accuracy()),
        version,
        100 * gain.low(),
        100 * gain.high(),
        gain.low() <= 0 && gain.high() >= 0 ? ": it may be nothing" : "");
  }
}
