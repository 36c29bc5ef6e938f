package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  /** A clock that a test sets. */
  private static final class Hands extends Clock {
    private Instant at = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return at;
    }
  }

  @Test
  void tellsItsTimeAndFitsTheTableDesign() {
    long id = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), 5).next();
    assertEquals(NOON.toEpochMilli(), Ids.millis(id));
    assertEquals(
        NOON.toEpochMilli() - Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(), id / 4194304);
    assertTrue(id >= Ids.firstAt(NOON) && id < Ids.firstAt(NOON.plusMillis(1)));
  }

  @Test
  void growsWhenTheClockStepsBackAndWhenAMillisecondIsFull() {
    Hands clock = new Hands();
    Ids ids = new Ids(clock, 63);
    long last = 0;
    for (int i = 0; i < 200_000; i++) {
      if (i % 70_000 == 0) {
        clock.at = clock.at.minusSeconds(3600);
      }
      long id = ids.next();
      assertTrue(id > last);
      last = id;
    }
  }

  @Test
  void instancesNeverShareAnId() {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            instance -> {
              Ids ids = new Ids(clock, instance);
              for (int i = 0; i < 2_000; i++) {
                assertTrue(seen.add(ids.next()));
              }
            });
  }

  @Test
  void aFullMillisecondDoesNotRunIntoTheNextInstance() {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Ids zero = new Ids(clock, 0);
    long firstOfOne = new Ids(clock, 1).next();
    for (int i = 0; i < 65_536; i++) {
      assertTrue(zero.next() < firstOfOne);
    }
    assertTrue(zero.next() > Ids.firstAt(NOON.plusMillis(1)) - 1);
  }

  @Test
  void threadsNeverShareAnId() {
    Ids ids = new Ids(Clock.systemUTC(), 0);
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 200_000).parallel().forEach(i -> assertTrue(seen.add(ids.next())));
  }

  @Test
  void startsAfterWhatAnEarlierRunGaveAlsoWithAClockBehind() {
    long old = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), 63).next();
    Ids ids = new Ids(Clock.fixed(NOON.minusSeconds(86_400), ZoneOffset.UTC), 0);
    ids.startAfter(old);
    assertTrue(ids.next() > old);
  }

  @Test
  void refusesAnInstanceThatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new Ids(Clock.systemUTC(), 64));
  }
}
