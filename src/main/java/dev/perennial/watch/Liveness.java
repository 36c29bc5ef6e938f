package dev.perennial.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the monitor itself is alive: judged by whoever asks, since a dead monitor cannot say so.
 *
 * @param started when this service started: silence before it is not the monitor's
 * @param limit longer than this without a tick is silence
 */
record Liveness(Instant started, Duration limit) {
  private static final int MISSED_TICKS = 3;
  private static final Duration LEAST = Duration.ofMinutes(1);

  static Liveness of(Instant started, Duration tick) {
    Duration missed = tick.multipliedBy(MISSED_TICKS);
    return new Liveness(started, missed.compareTo(LEAST) > 0 ? missed : LEAST);
  }

  /** From when on silence is counted. */
  Instant from(Optional<Instant> lastTick) {
    return lastTick.filter(tick -> tick.isAfter(started)).orElse(started);
  }

  boolean isSilent(Optional<Instant> lastTick, Instant now) {
    return Duration.between(from(lastTick), now).compareTo(limit) > 0;
  }

  /** The stored alarm, raised if the monitor is silent now and could not raise it itself. */
  Kept shown(Kept stored, Optional<Instant> lastTick, Instant now) {
    Instant from = from(lastTick);
    return isSilent(lastTick, now)
        ? stored.raised(ServiceLooks.silence(from, now, limit).look(), from.plus(limit))
        : stored;
  }
}
