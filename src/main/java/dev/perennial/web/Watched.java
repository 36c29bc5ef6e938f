package dev.perennial.web;

import dev.perennial.model.Schema;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Series;
import dev.perennial.watch.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What pages and documents read of the monitor. Its functions are safe for use by many threads.
 *
 * @param models the names of all that are watched
 * @param reports by model and span; empty for a model that is not watched
 * @param series by model, metric and span; empty for an unknown model or metric
 * @param withoutDatabase open alarms that are known while the database is away
 * @param schemas by model, for labels and units
 * @param upkeep by model, what is done without anybody asking
 * @param past what happened
 */
public record Watched(
    Supplier<List<String>> models,
    BiFunction<String, Span, Optional<Report>> reports,
    Lines series,
    Supplier<List<AlarmReport>> withoutDatabase,
    Function<String, Optional<Schema>> schemas,
    Function<String, Upkeep> upkeep,
    Past past) {

  /** A figure over time. */
  public interface Lines {
    Optional<Series> of(String model, String metric, Span span);
  }

  /**
   * The report of a model.
   *
   * @throws ProblemException with 404 if it is not watched
   */
  public Report report(String model, Span span) {
    return reports.apply(model, span).orElseThrow(() -> Doorway.unknown(models.get()));
  }

  /** The reports of all models, by name. */
  public List<Report> all(Span span) {
    return models.get().stream().flatMap(m -> reports.apply(m, span).stream()).toList();
  }
}
