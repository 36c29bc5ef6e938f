package dev.perennial.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a reader wants to see figures of. It chooses what is shown, never what is judged: a
 * feature's status is always the latest judgement.
 */
public enum Span {
  QUARTER("15m", Duration.ofMinutes(15)),
  HOUR("1h", Duration.ofHours(1)),
  DAY("24h", Duration.ofHours(24)),
  WEEK("7d", Duration.ofDays(7)),
  /** Since the version was first watched. */
  DEPLOYMENT("all", Duration.ofDays(36_500));

  private final String text;
  private final Duration length;

  Span(String text, Duration length) {
    this.text = text;
    this.length = length;
  }

  /** As it stands in {@code ?window=}. */
  public String text() {
    return text;
  }

  public Duration length() {
    return length;
  }

  public static Optional<Span> of(String text) {
    return Arrays.stream(values()).filter(span -> span.text.equals(text)).findFirst();
  }

  /** What {@code ?window=} accepts, shortest first. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(Span::text).toList();
  }
}
