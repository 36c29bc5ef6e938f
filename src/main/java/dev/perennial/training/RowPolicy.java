package dev.perennial.training;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows a run trains on.
 *
 * @param preset the choice where the request makes none
 * @param window how far back {@link Preset#RECENT} reaches
 * @param most rows of the log that are taken, the newest first
 * @param halfLife a row weighs half as much as one that is so many rows newer; absent: each run
 *     chooses
 * @param longest a training that takes longer is not repeated to choose the half-life
 * @param anonymous whether labels of strangers are learned from
 * @param newest most rows that are kept from training to judge on
 */
public record RowPolicy(
    Preset preset,
    Duration window,
    int most,
    Optional<Integer> halfLife,
    Duration longest,
    boolean anonymous,
    int newest) {
  /** A choice of rows by name. */
  public enum Preset {
    /** The reference and all labelled rows. */
    ALL,
    /** Labelled rows of the last while alone. */
    RECENT,
    /** Labelled rows since the confirmed drift alone. */
    SINCE_DRIFT;

    /** As it stands in settings and in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The preset of this {@link #text}; empty if there is none. */
    public static Optional<Preset> of(String text) {
      for (Preset preset : values()) {
        if (preset.text().equals(text)) {
          return Optional.of(preset);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * All rows, at most 20,000 of the log, with a half-life that the run chooses; no strangers'
   * labels.
   */
  public static final RowPolicy USUAL =
      new RowPolicy(
          Preset.ALL,
          Duration.ofDays(30),
          20_000,
          Optional.empty(),
          Duration.ofMinutes(1),
          false,
          5_000);
}
