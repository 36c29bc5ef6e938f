package dev.perennial.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Answers of the database remembered for a few seconds, the last 1,000 used: another instance's
 * revocation is seen here after at most that time. Safe for use by many threads.
 */
final class Recent<T> {
  private static final int MOST = 1_000;

  private record Kept<T>(T answer, Instant at) {}

  private final Clock clock;
  private final Duration keep;

  @GuardedBy("this")
  private final LinkedHashMap<String, Kept<T>> kept = new LinkedHashMap<>(16, .75f, true);

  Recent(Clock clock, Duration keep) {
    this.clock = clock;
    this.keep = keep;
  }

  synchronized Optional<T> get(String key) {
    Kept<T> found = kept.get(key);
    if (found == null) {
      return Optional.empty();
    }
    Duration age = Duration.between(found.at, clock.instant());
    // A clock set back must not prolong anything.
    if (age.isNegative() || age.compareTo(keep) >= 0) {
      kept.remove(key);
      return Optional.empty();
    }
    return Optional.of(found.answer);
  }

  synchronized void put(String key, T answer) {
    kept.put(key, new Kept<>(answer, clock.instant()));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  synchronized void clear() {
    kept.clear();
  }
}
