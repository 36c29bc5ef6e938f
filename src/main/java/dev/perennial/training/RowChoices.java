package dev.perennial.training;

import dev.perennial.monitor.Diagnosis.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run started now would find, for each choice of rows, and the choice that the monitor's
 * diagnosis advises. Immutable.
 *
 * @param all one for each preset
 * @param usual the preset where nothing is advised
 */
public record RowChoices(List<Choice> all, RowPolicy.Preset usual) {
  public RowChoices {
    all = List.copyOf(all);
  }

  /**
   * One choice of rows.
   *
   * @param since from when on rows of the log are taken; absent for all, and for the rows since a
   *     drift where none is confirmed
   * @param reference rows of the reference to learn from
   * @param labelled rows of the log, which somebody labelled
   * @param judged of the labelled ones, the newest, which are kept to judge on
   */
  public record Choice(
      RowPolicy.Preset preset,
      Optional<Instant> since,
      int reference,
      int labelled,
      int judged,
      boolean enough) {}

  /** Why a choice is advised. */
  public enum Why {
    /** Labels no longer follow from inputs as before: earlier rows teach what is no longer true. */
    SINCE_DRIFT,
    /** The same, and it is not known since when, or too few rows are newer. */
    RECENT,
    /** The same, and there are too few recent rows to learn from. */
    TOO_FEW,
    /** Nothing says that old rows are wrong. */
    USUAL
  }

  /** A choice with its reason. */
  public record Advice(RowPolicy.Preset preset, Why why) {}

  /** The choice of this preset. */
  public Choice of(RowPolicy.Preset preset) {
    return all.stream().filter(each -> each.preset() == preset).findFirst().orElseThrow();
  }

  /** What to take where the monitor says this. */
  public Advice advise(Code diagnosis) {
    if (diagnosis != Code.HARMFUL_SHIFT && diagnosis != Code.CONCEPT_DRIFT) {
      return new Advice(usual, Why.USUAL);
    }
    Choice drifted = of(RowPolicy.Preset.SINCE_DRIFT);
    if (drifted.since().isPresent() && drifted.enough()) {
      return new Advice(RowPolicy.Preset.SINCE_DRIFT, Why.SINCE_DRIFT);
    }
    return of(RowPolicy.Preset.RECENT).enough()
        ? new Advice(RowPolicy.Preset.RECENT, Why.RECENT)
        : new Advice(RowPolicy.Preset.ALL, Why.TOO_FEW);
  }
}
