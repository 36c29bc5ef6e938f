package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final long MINUTE = Instant.parse("2026-11-29T23:59:00Z").toEpochMilli();

  @Test
  void aTimeIsToldToTheMinuteAndKeptToTheSecondNeitherRoundedUp() {
    assertEquals(
        new Moment("2026-11-29T23:59:59Z", "2026-11-29 23:59 UTC", MINUTE / 1000 + 59),
        Moment.ofMillis(MINUTE + 59_999));
    assertEquals(
        new Moment("2026-11-30T00:00:00Z", "2026-11-30 00:00 UTC", MINUTE / 1000 + 60),
        Moment.ofMillis(MINUTE + 60_000));
  }

  @Test
  void aTimeBefore1970IsTheSameInEachOfItsForms() {
    assertEquals(
        new Moment("1969-12-31T23:59:59Z", "1969-12-31 23:59 UTC", -1), Moment.ofMillis(-1));
  }
}
