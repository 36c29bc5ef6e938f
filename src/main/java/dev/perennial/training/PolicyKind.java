package dev.perennial.training;

import java.util.Locale;

/** What may start a run without anybody asking. */
public enum PolicyKind {
  /** Inputs or answers drifted critically. */
  DRIFT,
  /** Labels no longer follow from inputs as before, or the performance fell. */
  CONCEPT_DRIFT,
  /** The champion is too old. */
  STALENESS,
  /** The time has come. */
  SCHEDULE;

  /** As it stands in settings and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it stands where an account or a token would. */
  public String actor() {
    return "policy " + text();
  }
}
