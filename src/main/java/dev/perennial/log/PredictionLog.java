package dev.perennial.log;

import java.util.Set;
import java.util.function.Consumer;

/** Reads the prediction table by key. Safe for use by many threads. */
public final class PredictionLog {
  private PredictionLog() {}

  /**
   * One row of the table. Inputs and probabilities are JSON arrays as stored; warnings is "[]"
   * where there are none.
   */
  public record Logged(
      long id,
      long request,
      int version,
      Source source,
      String inputs,
      String answer,
      String probabilities,
      int parseMicros,
      int scoreMicros,
      String warnings) {}

  /**
   * Hands over, in order of id, at most {@code limit} rows of these versions with {@code after < id
   * < before}, reading page by page so that memory stays flat.
   */
  public void read(
      Set<Integer> versions, long after, long before, long limit, Consumer<Logged> to) {
    throw new UnsupportedOperationException("not built yet");
  }
}
