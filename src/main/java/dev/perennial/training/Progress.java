package dev.perennial.training;

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
  public String sentence() {
    String toGo = left.map(duration -> ", about " + words(duration) + " to go").orElse("");
    return words(elapsed) + " so far" + toGo;
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 120 ? seconds + " s" : duration.toMinutes() + " min";
  }
}
