package dev.perennial.training;

import dev.perennial.words.Said;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param percent 0 to 100
 * @param elapsed since it began
 * @param left about how long it will go on; absent where there is nothing to go by
 */
public record Progress(int percent, Duration elapsed, Optional<Duration> left) {
  /** Such as "12 s so far, about 30 s to go". */
  public Said sentence() {
    return left.map(more -> Said.of("said.so-far-to-go", time(elapsed), time(more)))
        .orElseGet(() -> Said.of("said.so-far", time(elapsed)));
  }

  private static Said time(Duration time) {
    return time.toSeconds() < 120
        ? Said.of("said.seconds", time.toSeconds())
        : Said.of("said.minutes", time.toMinutes());
  }
}
