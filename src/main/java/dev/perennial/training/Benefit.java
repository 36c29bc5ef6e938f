package dev.perennial.training;

import dev.perennial.model.Verdict;
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
  public record Measured(int version, Instant at, int rows, Verdict verdict) {}

  static Benefit unknown(String sentence) {
    return new Benefit(sentence, Optional.empty());
  }

  static Benefit of(Measured measured) {
    return new Benefit("Retraining now: " + gain(measured.verdict()), Optional.of(measured));
  }

  private static String gain(Verdict verdict) {
    return verdict
        .gain()
        .map(
            gain ->
                String.format(
                    Locale.ROOT,
                    "%+.1f points, 95 %% %+.1f … %+.1f.",
                    100 * gain.accuracy(),
                    100 * gain.low(),
                    100 * gain.high()))
        .orElseGet(
            () ->
                verdict.rules().stream()
                    .filter(rule -> rule.name().equals("absolute-error"))
                    .map(Verdict.Rule::sentence)
                    .findFirst()
                    .orElse("the gate has no figure."));
  }
}
