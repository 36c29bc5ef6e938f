package dev.perennial.log;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long a wait may take.
 *
 * @param atMost for each wait
 * @param stopping ends every wait at once
 */
public record Patience(Duration atMost, BooleanSupplier stopping) {
  /**
   * True if a wait has to end that began then.
   *
   * @param sinceNanos a {@link System#nanoTime()}
   */
  public boolean isOver(long sinceNanos) {
    return stopping.getAsBoolean() || System.nanoTime() - sinceNanos > atMost.toNanos();
  }
}
