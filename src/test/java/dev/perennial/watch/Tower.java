package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.log.Uptime;
import dev.perennial.model.Limits;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.Signatures;
import dev.perennial.model.VersionId;
import dev.perennial.model.Weka;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.RequestSums;
import dev.perennial.watch.Report.AlarmReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A monitor on a database of its own, over what {@link Counted} versions have seen. */
final class Tower implements AutoCloseable {
  private static final int PETAL_LENGTH = 2;
  static final double ONE_SD = 1.765;
  private static final Duration TICK = Duration.ofSeconds(10);

  final SettableClock clock = new SettableClock();
  final Random random = new Random(11);
  final Map<VersionId, Counted> counted = new HashMap<>();
  final RequestSums requests = new RequestSums();
  final Database database;
  final ModelRegistry registry;
  private final Uptime uptime;
  Monitor monitor;
  Counted iris;
  Optional<DomainVerdict> domain = Optional.empty();

  Tower(Path folder) {
    Weka.prepare(folder);
    database = Database.open(folder.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            folder.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            clock,
            1);
    new SeedImport(registry).run(List.of(Seed.folder(Path.of("weka-models/iris"))));
    uptime = new Uptime(database, clock, TICK, 0, "test");
    uptime.start();
    VersionId id = registry.champion("iris").orElseThrow();
    iris = new Counted(id, clock.instant(), true);
    counted.put(id, iris);
    monitor = another();
  }

  /** The version's watch begins anew. */
  void watch(VersionId id, boolean hasHoldOut) {
    iris = new Counted(id, clock.instant(), hasHoldOut);
    counted.put(id, iris);
  }

  void restart() {
    monitor = another();
  }

  private Monitor another() {
    Ledger ledger =
        new Ledger(
            id -> Optional.ofNullable(counted.get(id)).map(c -> c.standing(clock.instant())),
            (id, from, to, step) ->
                Optional.ofNullable(counted.get(id))
                    .map(c -> c.parts(from, to, step))
                    .orElse(List.of()),
            (from, to, step) ->
                requests.span().requests() == 0
                    ? List.of()
                    : List.of(new Ledger.Part<>(from, requests)),
            id -> domain);
    Monitor.Rules rules = new Monitor.Rules(TICK, Duration.ofDays(90), .999, 0, TICK);
    return new Monitor(
        database, clock, rules, registry, ledger, uptime, () -> 0, () -> false, true);
  }

  @Override
  public void close() {
    database.close();
  }

  void tick() {
    clock.move(TICK);
    uptime.beat();
    monitor.tick();
  }

  Report report() {
    return monitor.report("iris", Span.HOUR).orElseThrow();
  }

  AlarmReport alarm(AlarmKind kind) {
    return monitor.alarms("iris").stream()
        .filter(report -> report.alarm().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  State state(AlarmKind kind) {
    return alarm(kind).alarm().state();
  }

  void answer(int rows, double moved) {
    iris.answer(rows, PETAL_LENGTH, moved, random, clock.instant());
  }
}
