package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Findings;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.Staleness;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Estimated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts a report together. */
final class Reports {
  private static final int HOURS_A_MONTH = 720;

  private final Database database;
  private final Ledger ledger;
  private final Service service;
  private final Monitor.Rules rules;

  Reports(Database database, Ledger ledger, Service service, Monitor.Rules rules) {
    this.database = database;
    this.ledger = ledger;
    this.service = service;
    this.rules = rules;
  }

  Report of(
      Standing standing, Span span, Instant now, Optional<Instant> lastTick, List<Kept> alarms) {
    Instant from = begin(standing, span, now);
    Bucket bucket = ledger.rows(standing, from, now);
    List<ColumnReport> columns = Figures.columns(standing, bucket);
    Optional<Estimated> estimated = estimated(standing, bucket, columns);
    Staleness staleness = Figures.staleness(standing, rules.staleAfter(), now);
    double trusted =
        estimated.filter(Estimated::trusted).map(Estimated::accuracy).orElse(Double.NaN);
    Findings findings =
        new Findings(
            standing.columns(),
            standing.joint(),
            standing.performance(),
            standing.concept(),
            staleness,
            trusted,
            labelsSinceMoved(standing, alarms, now));
    return new Report(
        standing.id().model(),
        standing.id().version(),
        now,
        standing.since(),
        span,
        bucket.rows(),
        findings.diagnose(),
        columns,
        standing.joint(),
        ledger.domain().apply(standing.id()),
        Figures.performance(standing, bucket),
        estimated,
        standing.concept(),
        staleness,
        service.health(from, now, lastTick),
        AlarmReports.of(alarms, expected(standing, now)));
  }

  /** All of them where no alarm says since when. */
  private long labelsSinceMoved(Standing standing, List<Kept> alarms, Instant now) {
    return alarms.stream()
        .map(Kept::alarm)
        .filter(alarm -> alarm.kind() == AlarmKind.DATA_DRIFT)
        .flatMap(alarm -> alarm.suspectedMillis().stream())
        .findFirst()
        .map(since -> ledger.rows(standing, Instant.ofEpochMilli(since), now))
        .map(Bucket::labelled)
        .orElse(standing.labelledRows());
  }

  /** Nothing was counted before the version was first watched; a clock may have stepped back. */
  static Instant begin(Standing standing, Span span, Instant now) {
    Instant from = now.minus(span.length());
    Instant since = standing.since().isAfter(now) ? now : standing.since();
    return from.isBefore(since) ? since : from;
  }

  private static Optional<Estimated> estimated(
      Standing standing, Bucket bucket, List<ColumnReport> columns) {
    return standing
        .holdOut()
        .map(
            holdOut ->
                Estimates.of(
                    SpanFigures.expected(bucket, holdOut.n()), holdOut, standing.track(), columns));
  }

  /** What was found by running the reference through a rule, at the last day's traffic. */
  private Function<AlarmKind, Optional<FalseAlarms>> expected(Standing standing, Instant now) {
    Map<AlarmKind, QuietRunTable.Ran> runs =
        database.read(handle -> QuietRunTable.of(handle, standing.id().key()));
    if (runs.isEmpty()) {
      return kind -> Optional.empty();
    }
    Traffic traffic = Traffic.of(ledger, standing, now);
    double labels = traffic.labels() * HOURS_A_MONTH;
    double rows =
        traffic.rows() == 0
            ? 0
            : new QuietRuns.Pace(traffic.rows(), rules.tick().toMillis()).rowsIn(HOURS_A_MONTH);
    return kind ->
        Optional.ofNullable(runs.get(kind))
            .map(ran -> ran.at(QuietRunTable.isOfLabels(kind) ? labels : rows));
  }
}
