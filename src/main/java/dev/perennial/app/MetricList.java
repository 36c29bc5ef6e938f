package dev.perennial.app;

import dev.perennial.log.Journal;
import dev.perennial.log.JournalCounters;
import dev.perennial.watch.Deliveries;
import dev.perennial.web.Watched;
import dev.perennial.web.api.Metrics;
import dev.perennial.web.api.ModelMetrics;
import dev.perennial.web.api.Readiness;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.time.Instant;

/** Every metric that Perennial tells, in one list; docs/operations.md says what each is for. */
final class MetricList {
  private static final double MILLIS = 1e3;

  private MetricList() {}

  static Metrics of(App app, Readiness readiness, Watched watched) {
    Metrics metrics = new Metrics();
    predictions(metrics, app);
    journal(metrics, app);
    drain(metrics, app);
    service(metrics, app, readiness);
    webhook(metrics, app);
    return metrics.models(new ModelMetrics(app.live, watched));
  }

  private static void predictions(Metrics metrics, App app) {
    metrics
        .counters(
            "perennial_predictions",
            "Rows answered, by model and version.",
            app.predictor::answered)
        .counter(
            "perennial_predictions_unlogged",
            "Rows answered without being logged.",
            app.predictor::unlogged)
        .counter(
            "perennial_failed_attempts_unlogged",
            "Failed attempts above the limit a second, not logged.",
            app.failures::beyond)
        .counter(
            "perennial_labels_lost", "Labels whose prediction was no longer there.", app.fold::lost)
        .counter(
            "perennial_shadow_rows",
            "Rows that challengers were asked beside their champions.",
            app.unattended.shadow::asked)
        .counter(
            "perennial_shadow_dropped",
            "Rows that challengers were not asked for want of time.",
            app.unattended.shadow::dropped);
  }

  private static void journal(Metrics metrics, App app) {
    Journal journal = app.journal;
    JournalCounters counters = journal.counters();
    metrics
        .gauge(
            "perennial_journal_bytes",
            "In the journal, waiting for the database.",
            journal::bytesUndrained)
        .gauge(
            "perennial_journal_oldest_age_seconds",
            "Age of the oldest entry that waits for the database; 0 without one.",
            () -> journal.oldestUndrained().map(at -> age(app, at)).orElse(0.0))
        .gauge(
            "perennial_journal_accepts",
            "1 while the journal takes entries.",
            () -> flag(journal.accepts()))
        .counter("perennial_journal_groups", "Writes to the journal.", counters::groups)
        .counter("perennial_journal_forced", "Times that the disk was asked.", counters::forced)
        .counter("perennial_journal_failures", "Writes that failed.", counters::failures)
        .counter("perennial_journal_dropped", "Entries not kept.", counters::dropped)
        .counter("perennial_journal_damaged", "Unreadable places.", counters::damaged);
  }

  private static void drain(Metrics metrics, App app) {
    metrics
        .counter("perennial_drain_rows", "Rows moved into the database.", app.drain::moved)
        .counter(
            "perennial_drain_refused", "Rows that the database did not take.", app.drain::refused)
        .counter(
            "perennial_drain_unfolded",
            "Rows stored, not counted by the monitor.",
            app.drain::unfolded)
        .gauge(
            "perennial_drain_trouble",
            "1 while the database takes no rows.",
            () -> flag(!app.drain.trouble().isEmpty()))
        .gauge("perennial_database_bytes", "Used by the database.", app.database::usedBytes);
  }

  private static void service(Metrics metrics, App app, Readiness readiness) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    metrics
        .gauge("perennial_ready", "1 while requests are welcome.", () -> flag(readiness.isReady()))
        .gauge(
            "perennial_uptime_seconds",
            "Since the process began.",
            () -> runtime.getUptime() / MILLIS)
        .gaugeWhereKnown(
            "perennial_monitor_last_tick_timestamp_seconds",
            "When the monitor looked last, in seconds since 1970.",
            () -> app.monitor.lastTick().map(at -> at.toEpochMilli() / MILLIS))
        .gauge(
            "perennial_heap_used_bytes",
            "Memory that the program's objects use, garbage included.",
            () -> memory.getHeapMemoryUsage().getUsed())
        .gauge(
            "perennial_heap_max_bytes",
            "Memory that the program's objects may use at most.",
            () -> memory.getHeapMemoryUsage().getMax());
  }

  private static void webhook(Metrics metrics, App app) {
    Deliveries deliveries = new Deliveries(app.database);
    metrics.gauges(
        "perennial_webhook_deliveries",
        "Messages to the webhook of the last 90 days, by what became of them.",
        "state",
        deliveries::counts);
  }

  private static double age(App app, Instant since) {
    return Math.max(0, Duration.between(since, app.clock.instant()).toMillis() / MILLIS);
  }

  private static int flag(boolean holds) {
    return holds ? 1 : 0;
  }
}
