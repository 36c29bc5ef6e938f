package dev.perennial.web;

import dev.perennial.model.Promotion;
import dev.perennial.training.Run;
import dev.perennial.watch.Incidents.Incident;
import dev.perennial.watch.Incidents.Turn;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What happened to a model, as pages read it. Its functions are safe for use by many threads.
 *
 * @param promotions of a model, newest first
 * @param runs the newest of a model, newest first
 * @param turns raisings and ends of alarms of a model and of the service since a time, oldest first
 * @param incidents of a model and of the service whose last step has a key below one
 */
public record Past(
    Function<String, List<Promotion>> promotions,
    Function<String, List<Run>> runs,
    BiFunction<String, Instant, List<Turn>> turns,
    BiFunction<String, Long, List<Incident>> incidents) {
  /** So many incidents at once. */
  public static final int INCIDENTS = 25;

  /** So many raisings and ends, and so many runs, are looked for. */
  public static final int MOST = 100;
}
