package dev.perennial.watch;

/** How long a stored bucket's span of time is. Codes are stored: never renumber. */
enum Step {
  MINUTE(1, 60_000),
  HOUR(2, 3_600_000),
  DAY(3, 86_400_000);

  private final int code;
  private final long millis;

  Step(int code, long millis) {
    this.code = code;
    this.millis = millis;
  }

  int code() {
    return code;
  }

  long millis() {
    return millis;
  }

  /** The start of the span that holds this time. */
  long start(long atMillis) {
    return Math.floorDiv(atMillis, millis) * millis;
  }
}
