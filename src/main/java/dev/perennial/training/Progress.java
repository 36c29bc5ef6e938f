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
public record Progress(int percent, Duration elapsed, Optional<Duration> left) {}
