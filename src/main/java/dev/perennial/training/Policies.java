package dev.perennial.training;

import dev.perennial.log.LabelLog;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Standing;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs without anybody asking, where the settings allow it. Such a run lets a candidate
 * answer only if it is shown better. Safe for use by many threads: one looks, the others read.
 */
public final class Policies {
  private static final Logger logger = LoggerFactory.getLogger(Policies.class);

  private final Function<String, Rules> rules;
  private final Runs runs;
  private final ModelRegistry registry;
  private final Function<VersionId, Signs> signs;
  private final NewLabels labels;
  private final Clock clock;
  private final Instant begun;
  private final Map<String, List<PolicyState>> states = new ConcurrentHashMap<>();

  /**
   * The schedule's times up to here were acted on or let pass, by model. For the looking thread.
   */
  private final Map<String, Instant> considered = new HashMap<>();

  /** Why the schedule let its last time pass, by model. For the looking thread. */
  private final Map<String, Said> letPass = new HashMap<>();

  /**
   * What the settings say of a model.
   *
   * @param policies one of every kind
   * @param staleAfter how old a champion may become; any length while that policy is off
   * @param timetable absent while the schedule is off
   */
  public record Rules(List<Policy> policies, Duration staleAfter, Optional<Timetable> timetable) {
    public Rules {
      policies = List.copyOf(policies);
    }

    int mostLabels() {
      return policies.stream().mapToInt(Policy::newLabels).max().orElse(0);
    }
  }

  /**
   * Policies over what the monitor shows.
   *
   * @param rules by model
   * @param alarms of a model
   * @param standings how a version stands, where it is watched
   * @param strangers whether labels of strangers count
   */
  public static Policies of(
      Function<String, Rules> rules,
      Runs runs,
      ModelRegistry registry,
      Function<String, List<AlarmReport>> alarms,
      Function<VersionId, Optional<Standing>> standings,
      LabelLog labels,
      boolean strangers,
      Clock clock) {
    return new Policies(
        rules,
        runs,
        registry,
        id ->
            standings
                .apply(id)
                .map(standing -> Signs.of(alarms.apply(id.model()), standing))
                .orElse(Signs.NONE),
        new NewLabels(labels, registry, strangers),
        clock);
  }

  Policies(
      Function<String, Rules> rules,
      Runs runs,
      ModelRegistry registry,
      Function<VersionId, Signs> signs,
      NewLabels labels,
      Clock clock) {
    this.rules = rules;
    this.runs = runs;
    this.registry = registry;
    this.signs = signs;
    this.labels = labels;
    this.clock = clock;
    begun = clock.instant();
  }

  /** Looks at every model and starts what is due. One thread at a time. */
  public void look() {
    for (String model : registry.models()) {
      if (rules.apply(model).policies().stream().anyMatch(Policy::on)) {
        lookAt(model);
      }
    }
  }

  /** A model that cannot be looked at keeps no other from being looked at. */
  private void lookAt(String model) {
    try {
      registry.champion(model).ifPresent(this::look);
    } catch (RuntimeException e) {
      logger.error("{}: its policies cannot be looked at", model, e);
    }
  }

  private void look(VersionId champion) {
    String model = champion.model();
    PolicyLook look = see(champion);
    List<PolicyState> found = new ArrayList<>();
    boolean acted = false;
    for (Policy policy : rules.apply(model).policies()) {
      PolicyState state = look.of(policy);
      if (state.due()) {
        state = acted ? state.with(Said.of("said.policy-another")) : act(model, state);
        acted = true;
      }
      found.add(
          policy.kind() == PolicyKind.SCHEDULE && policy.on()
              ? passed(look, policy, model, state)
              : state);
    }
    states.put(model, List.copyOf(found));
  }

  private PolicyLook see(VersionId champion) {
    String model = champion.model();
    Rules own = rules.apply(model);
    Instant trained = registry.manifest(champion.key()).trainedAt();
    Optional<Run> last = runs.newest(Optional.of(model), Long.MAX_VALUE, 1).stream().findFirst();
    Instant since = last.map(run -> run.startedAt().orElse(run.requestedAt())).orElse(trained);
    return new PolicyLook(
        clock.instant(),
        signs.apply(champion),
        trained,
        own.staleAfter(),
        own.timetable(),
        considered.getOrDefault(model, begun),
        last,
        labels.since(model, since, own.mostLabels()));
  }

  private PolicyState act(String model, PolicyState due) {
    try {
      long run =
          runs.request(
              new RunRequest(
                  model,
                  due.kind().actor(),
                  due.sentence().english(),
                  true,
                  Optional.empty(),
                  List.of()));
      logger.info("{}: policy {} starts run {}: {}", model, due.kind().text(), run, due.sentence());
      return due.with(Said.of("said.policy-started", Long.toString(run), due.sentence()));
    } catch (RunRefused e) {
      return due.with(e.says());
    }
  }

  /** A time of the schedule is looked at once: what may not run then waits for the next one. */
  private PolicyState passed(PolicyLook look, Policy policy, String model, PolicyState state) {
    Optional<Instant> time =
        rules.apply(model).timetable().flatMap(table -> table.next(look.considered()));
    if (time.filter(t -> !t.isAfter(look.now())).isPresent()) {
      considered.put(model, look.now());
      letPass.put(model, state.sentence());
      return new PolicyState(
          state.kind(), true, false, state.sentence(), look.passed().of(policy).next());
    }
    return Optional.ofNullable(letPass.get(model))
        .map(before -> state.with(Said.of("said.policy-last-time", state.sentence(), before)))
        .orElse(state);
  }

  /** Where each policy stood at the last look. */
  public List<PolicyState> of(String model) {
    return states.getOrDefault(
        model,
        rules.apply(model).policies().stream()
            .map(
                p ->
                    p.on()
                        ? new PolicyState(
                            p.kind(), true, false, Said.of("said.not-looked"), Optional.empty())
                        : PolicyState.off(p.kind()))
            .toList());
  }
}
