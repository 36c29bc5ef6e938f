package dev.perennial.web.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time on a page. A script says how long ago it is, in the language of the page; on
 * hover stand the reader's zone and UTC.
 *
 * @param iso for machines, to the second, in UTC
 * @param text for people, to the minute, in UTC
 * @param seconds since 1970-01-01T00:00Z
 */
public record Moment(String iso, String text, long seconds) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Moment of(Instant time) {
    return new Moment(
        time.truncatedTo(ChronoUnit.SECONDS).toString(),
        MINUTE.format(time) + " UTC",
        time.getEpochSecond());
  }

  static Moment ofMillis(long millis) {
    return of(Instant.ofEpochMilli(millis));
  }
}
