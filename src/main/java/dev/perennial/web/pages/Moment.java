package dev.perennial.web.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time on a page.
 *
 * @param iso for machines, to the second, in UTC
 * @param text for people, to the minute, in UTC
 */
public record Moment(String iso, String text) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Moment of(Instant time) {
    return new Moment(
        time.truncatedTo(ChronoUnit.SECONDS).toString(), MINUTE.format(time) + " UTC");
  }
}
