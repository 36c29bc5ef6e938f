package dev.perennial.app;

import dev.perennial.training.Benefits;
import dev.perennial.training.Policies;
import dev.perennial.training.Policy;
import dev.perennial.training.PolicyKind;
import dev.perennial.training.Shadow;
import dev.perennial.training.Timetable;
import dev.perennial.web.Upkeep;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to models without anybody asking, built from the settings. For many threads. */
final class Unattended {
  private static final Logger logger = LoggerFactory.getLogger(Unattended.class);

  private final Policies policies;
  private final Benefits benefits;
  final Shadow shadow;
  private final Duration tick;

  Unattended(App app) {
    Settings settings = app.settings;
    tick = settings.duration("perennial.monitor.tick");
    policies =
        Policies.of(
            known(settings),
            app.renewal.runs,
            app.registry,
            app.monitor::alarms,
            app.standings::of,
            app.labelLog,
            settings.flag("perennial.train.anonymous"),
            app.clock);
    Benefits.Options options =
        new Benefits.Options(
            settings.integer("perennial.benefit.new-labels"),
            settings.duration("perennial.benefit.longest"),
            app.renewal.margins,
            settings.flag("perennial.train.anonymous"));
    benefits =
        new Benefits(
            options, app.renewal.runs, app.renewal.rows, app.registry, app.labelLog, app.clock);
    shadow = shadow(app);
    warn(app);
  }

  private static Shadow shadow(App app) {
    Settings settings = app.settings;
    Shadow.Options options =
        new Shadow.Options(
            settings.integer("perennial.shadow.rows-per-second"),
            settings.integer("perennial.shadow.keep"),
            settings.flag("perennial.train.anonymous"),
            app.renewal.margins);
    return new Shadow(options, app.database, app.registry, app.journal::oldestUndrained, app.clock);
  }

  /** The settings do not change, so those of a model are read once. */
  private static Function<String, Policies.Rules> known(Settings settings) {
    Map<String, Policies.Rules> known = new HashMap<>();
    settings.models().forEach(model -> known.put(model, rules(settings.of(model))));
    Policies.Rules others = rules(settings);
    return model -> known.getOrDefault(model, others);
  }

  /** A model may come later, so a setting for one that is unknown is told and not refused. */
  private static void warn(App app) {
    for (String model : app.settings.models()) {
      if (app.registry.versions(model).isEmpty()) {
        logger.warn("settings perennial.model.{}.… are for a model that there is not (yet)", model);
      }
    }
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
    Scheduler scheduler = to.add(new Scheduler("perennial-upkeep", Thread.MIN_PRIORITY));
    scheduler.every(tick, "looking at policies", policies::look);
    scheduler.every(tick, "looking at what a retraining would gain", benefits::look);
    to.add(new Scheduler("perennial-shadow", Thread.MIN_PRIORITY))
        .every(Shadow.TURN, "asking challengers", shadow::turn);
  }

  /** What is told of it. */
  Upkeep of(String model) {
    return new Upkeep(policies.of(model), benefits.of(model), shadow.of(model));
  }
}
