package dev.perennial.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an amount counts, and the units it may be written in. */
enum Measure {
  /** In milliseconds. */
  DURATION("a duration in ms, s, m, h or d"),
  /** In bytes. */
  SIZE("a size in B, KiB, MiB, GiB or TiB"),
  /** In ones. */
  INTEGER("a whole number");

  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18})([A-Za-z]*)");

  private final String inWords;

  Measure(String inWords) {
    this.inWords = inWords;
  }

  /** The amount in this measure's smallest unit; empty if it is none, or too large for a long. */
  Optional<Long> read(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(amount.group(1));
    if (count == 0 && amount.group(2).isEmpty()) {
      return Optional.of(0L);
    }
    long unit = unit(amount.group(2));
    return unit == 0 || count > Long.MAX_VALUE / unit
        ? Optional.empty()
        : Optional.of(count * unit);
  }

  /** 0 if there is no such unit. */
  private long unit(String name) {
    return switch (this + " " + name) {
      case "INTEGER ", "DURATION ms", "SIZE B" -> 1;
      case "DURATION s" -> 1_000;
      case "DURATION m" -> 60_000;
      case "DURATION h" -> 3_600_000;
      case "DURATION d" -> 86_400_000;
      case "SIZE KiB" -> 1L << 10;
      case "SIZE MiB" -> 1L << 20;
      case "SIZE GiB" -> 1L << 30;
      case "SIZE TiB" -> 1L << 40;
      default -> 0;
    };
  }

  String inWords() {
    return inWords;
  }
}
