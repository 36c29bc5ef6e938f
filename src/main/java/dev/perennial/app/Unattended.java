package dev.perennial.app;

import dev.perennial.training.Policies;
import dev.perennial.training.Policy;
import dev.perennial.training.PolicyKind;
import dev.perennial.training.Timetable;
import dev.perennial.web.Upkeep;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What happens to models without anybody asking, built from the settings. For many threads. */
final class Unattended {
  private final Policies policies;
  private final Duration tick;

  Unattended(App app) {
    Settings settings = app.settings;
    tick = settings.duration("perennial.monitor.tick");
    policies =
        Policies.of(
            rules(settings),
            app.renewal.runs,
            app.registry,
            app.monitor::alarms,
            app.standings::of,
            app.labelLog,
            settings.flag("perennial.train.anonymous"),
            app.clock);
  }

  private static Policies.Rules rules(Settings settings) {
    return new Policies.Rules(
        Arrays.stream(PolicyKind.values()).map(kind -> policy(settings, kind)).toList(),
        settings.duration("perennial.policy.staleness.after"),
        settings.flag("perennial.policy.schedule")
            ? Timetable.of(settings.text("perennial.policy.schedule.times"))
            : Optional.empty());
  }

  private static Policy policy(Settings settings, PolicyKind kind) {
    String key = "perennial.policy." + kind.text();
    return new Policy(
        kind,
        settings.flag(key),
        settings.duration(key + ".cool-down"),
        settings.integer(key + ".new-labels"));
  }

  /** Begins to look. */
  void start(Opened to) {
    to.add(new Scheduler("perennial-policies", Thread.MIN_PRIORITY))
        .every(tick, "looking at policies", policies::look);
  }

  /** What is told of it. */
  Upkeep of(String model) {
    return new Upkeep(policies.of(model));
  }
}
