package dev.perennial.web;

import dev.perennial.serving.Outcome.Timings;
import jakarta.servlet.http.HttpServletResponse;

/** Says in a response's header where the time went. */
public final class Timing {
  private Timing() {}

  /** Sets Server-Timing: parse, score and log in milliseconds. */
  public static void set(HttpServletResponse response, Timings timings) {
    response.setHeader(
        "Server-Timing",
        "parse;dur="
            + millis(timings.parse())
            + ", score;dur="
            + millis(timings.score())
            + ", log;dur="
            + millis(timings.log()));
  }

  /** Such as "0.042", without a locale and without the cost of a format. */
  public static String millis(long nanos) {
    long micros = nanos / 1_000;
    String rest = Long.toString(1_000 + micros % 1_000).substring(1);
    return micros / 1_000 + "." + rest;
  }
}
