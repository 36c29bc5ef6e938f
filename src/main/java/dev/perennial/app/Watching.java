package dev.perennial.app;

import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.Journal;
import dev.perennial.log.Uptime;
import dev.perennial.model.ModelRegistry;
import dev.perennial.watch.Deliveries;
import dev.perennial.watch.Ledger;
import dev.perennial.watch.Messenger;
import dev.perennial.watch.Monitor;
import dev.perennial.watch.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Builds the monitor and what it tells by, from the settings. */
final class Watching {
  private Watching() {}

  static Optional<Webhook> webhook(Settings settings) {
    return Webhook.url(settings.text("perennial.webhook.url"))
        .map(
            url ->
                new Webhook(
                    url,
                    settings.secret("perennial.webhook.secret"),
                    settings.flag("perennial.webhook.allow-private")));
  }

  static Monitor monitor(
      Settings settings,
      Database database,
      Clock clock,
      ModelRegistry registry,
      Ledger ledger,
      Uptime uptime,
      Journal journal,
      Drain drain) {
    Monitor.Rules rules =
        new Monitor.Rules(
            settings.duration("perennial.monitor.tick"),
            settings.duration("perennial.monitor.stale-after"),
            Double.parseDouble(settings.choice("perennial.slo.availability")),
            settings.integer("perennial.capacity"),
            settings.duration("perennial.heartbeat.interval"));
    return new Monitor(
        database,
        clock,
        rules,
        registry,
        ledger,
        uptime,
        journal::bytesUndrained,
        () -> !drain.trouble().isEmpty(),
        webhook(settings).isPresent());
  }

  /** Begins to tick, and to send what is to be told. */
  static void start(Settings settings, Database database, Clock clock, Monitor monitor, Opened to) {
    webhook(settings)
        .map(webhook -> new Messenger(new Deliveries(database), webhook, clock))
        .ifPresent(messenger -> to.add(messenger).start());
    Duration tick = settings.duration("perennial.monitor.tick");
    to.add(new Scheduler("perennial-monitor", Thread.NORM_PRIORITY))
        .every(tick, "the monitor's look", monitor::tick);
  }
}
