package dev.perennial.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the bearer tokens that were not valid, per client and minute. It is a word to a broken
 * program, and no lock: a token has 256 random bits and cannot be guessed, so a valid one is let in
 * whatever its neighbours at the same address send. In memory, the last 10,000 clients. Safe for
 * use by many threads.
 */
public final class WrongTokens {
  /** So many in one minute are answered 401, more 429. */
  public static final int FREE = 60;

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private record Count(Instant since, int wrong) {}

  private final Clock clock;

  @GuardedBy("this")
  private final LinkedHashMap<String, Count> counts =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST;
        }
      };

  WrongTokens(Clock clock) {
    this.clock = clock;
  }

  /** Counts one; returns after how many seconds to try again, 0 while that need not be said. */
  public synchronized long count(Client client) {
    Instant now = clock.instant();
    Count fresh = new Count(now, 0);
    Count before = counts.getOrDefault(client.group(), fresh);
    Duration age = Duration.between(before.since, now);
    // A clock set back must not prolong anything.
    Count counted = age.isNegative() || age.compareTo(WINDOW) >= 0 ? fresh : before;
    Count after = new Count(counted.since, Math.min(counted.wrong + 1, FREE + 1));
    counts.put(client.group(), after);
    long left = WINDOW.minus(Duration.between(after.since, now)).toSeconds();
    return after.wrong > FREE ? Math.max(1, left) : 0;
  }
}
