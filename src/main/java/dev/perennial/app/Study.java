package dev.perennial.app;

import dev.perennial.db.Database;
import dev.perennial.model.ModelRegistry;
import dev.perennial.watch.Buckets;
import dev.perennial.watch.Domains;
import dev.perennial.watch.Ledger;
import dev.perennial.watch.Leisure;
import dev.perennial.watch.References;
import dev.perennial.watch.Rehearsals;
import dev.perennial.watch.Standings;
import java.time.Clock;
import java.time.Duration;

/** What the monitor finds out in the background: built from the settings, on one thread. */
final class Study implements AutoCloseable {
  private static final Duration TURN = Duration.ofSeconds(15);

  private final Leisure leisure;
  private final Scheduler scheduler = new Scheduler("perennial-study", Thread.MIN_PRIORITY);
  final Domains domains;
  final Ledger ledger;

  /** Builds it and starts it. */
  Study(
      Settings settings,
      Database database,
      Clock clock,
      ModelRegistry registry,
      References references,
      Standings standings,
      Buckets buckets) {
    leisure = new Leisure(settings.integer("perennial.monitor.study-percent") / 100.0);
    domains = new Domains(database, registry, standings, clock, DomainTrees::learn, leisure);
    ledger = Ledger.of(standings, buckets, domains);
    Rehearsals.Options options =
        new Rehearsals.Options(
            settings.integer("perennial.monitor.study-rows"),
            settings.duration("perennial.monitor.tick"));
    Rehearsals rehearsals =
        new Rehearsals(database, registry, references, ledger, clock, options, leisure);
    scheduler.every(TURN, "telling live rows from training rows", domains::run);
    if (options.rows() > 0) {
      scheduler.every(TURN, "finding out false alarms", rehearsals::run);
    }
  }

  /** Ends the work in progress and waits for it. */
  @Override
  public void close() {
    leisure.close();
    scheduler.close();
  }
}
