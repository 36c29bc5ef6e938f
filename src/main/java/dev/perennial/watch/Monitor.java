package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.log.Uptime;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.watch.Report.AlarmReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is new, judges it, and tells. Safe for use by many threads: one of them ticks, the
 * others read and take alarms on.
 */
public final class Monitor {
  private static final Logger logger = LoggerFactory.getLogger(Monitor.class);

  /** Judged by whoever asks: while they hold nothing may come to be stored. */
  private static final List<AlarmKind> READ = List.of(AlarmKind.MONITOR_SILENT, AlarmKind.DATABASE);

  private final Database database;
  private final Clock clock;
  private final Rules rules;
  private final ModelRegistry registry;
  private final Ledger ledger;
  private final Service service;
  private final Alarms alarms;
  private final Liveness liveness;
  private final Outage outage;
  private final Reports reports;
  private final Curves curves;
  private final Object looking = new Object();

  /**
   * What the monitor goes by.
   *
   * @param tick how often it is expected to look
   * @param staleAfter greatest age of a model
   * @param availability share of requests to be answered, in (0, 1)
   * @param capacity requests a second last measured; 0 if never
   * @param heartbeat how often the service says that it is up
   */
  public record Rules(
      Duration tick, Duration staleAfter, double availability, long capacity, Duration heartbeat) {}

  /**
   * A monitor that has not looked yet.
   *
   * @param told whether alarms are told by webhook
   * @param journalBytes what waits for the database
   * @param waiting whether it waits because the database does not take it
   */
  public Monitor(
      Database database,
      Clock clock,
      Rules rules,
      ModelRegistry registry,
      Ledger ledger,
      Uptime uptime,
      LongSupplier journalBytes,
      BooleanSupplier waiting,
      boolean told) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
    this.registry = registry;
    this.ledger = ledger;
    this.service = new Service(ledger, uptime, rules, journalBytes);
    this.alarms = new Alarms(database, clock, told, this::number);
    this.liveness = Liveness.of(clock.instant(), rules.tick());
    this.outage = new Outage(waiting);
    this.reports = new Reports(database, ledger, service, rules);
    this.curves = new Curves(ledger, service);
  }

  private String number(int key) {
    return registry.models().stream()
        .flatMap(model -> registry.versions(model).stream())
        .filter(version -> version.key() == key)
        .map(version -> Integer.toString(version.version()))
        .findFirst()
        .orElse("");
  }

  /**
   * Looks once at every model and at the service. One thread at a time.
   *
   * @throws DatabaseException if the database does not answer, which the next look tells
   */
  public void tick() {
    try {
      synchronized (looking) {
        look();
      }
      outage.stored(stored("", AlarmKind.DATABASE), clock.instant());
    } catch (DatabaseException e) {
      outage.failed(e, clock.instant());
      throw e;
    }
  }

  /** Does this while no look is in progress. */
  public void betweenLooks(Runnable act) {
    synchronized (looking) {
      act.run();
    }
  }

  private void look() {
    long start = System.nanoTime();
    Instant now = clock.instant();
    Optional<Instant> before = lastTick();
    Map<String, List<NewsLook>> looks = new TreeMap<>();
    for (String model : registry.models()) {
      looksAt(model, now).ifPresent(found -> looks.put(model, found));
    }
    looks.put(
        "",
        List.of(
            service.errors(now),
            ServiceLooks.silence(liveness.from(before), now, liveness.limit()),
            outage.look(now)));
    database.run(
        handle -> {
          looks.forEach((model, found) -> alarms.look(handle, model, found));
          TickTable.record(handle, now, Duration.ofNanos(System.nanoTime() - start));
        });
  }

  /** A model that cannot be looked at keeps no other from being looked at. */
  private Optional<List<NewsLook>> looksAt(String model, Instant now) {
    try {
      return champion(model)
          .map(
              standing ->
                  ModelLooks.of(
                      standing,
                      ledger.domain().apply(standing.id()),
                      Figures.staleness(standing, rules.staleAfter(), now),
                      now));
    } catch (DatabaseException e) {
      throw e;
    } catch (RuntimeException e) {
      logger.error("{} cannot be judged", model, e);
      return Optional.empty();
    }
  }

  private Optional<Standing> champion(String model) {
    return registry.champion(model).flatMap(ledger.standing());
  }

  /** When a look was last completed, by this process or an earlier one. */
  public Optional<Instant> lastTick() {
    return database.read(TickTable::last);
  }

  /** The names of the models that have a champion. */
  public List<String> models() {
    return registry.models().stream().filter(m -> registry.champion(m).isPresent()).toList();
  }

  /** What is to be said of a model's champion; empty where it is not watched. */
  public Optional<Report> report(String model, Span span) {
    Instant now = clock.instant();
    return champion(model)
        .map(standing -> reports.of(standing, span, now, lastTick(), everyKind(model, now)));
  }

  /** A figure over time; empty for a model that is not watched or a metric that it has not. */
  public Optional<Series> series(String model, String metric, Span span) {
    Instant now = clock.instant();
    return champion(model).flatMap(standing -> curves.of(standing, metric, span, now));
  }

  /** The alarms of all models and of the service that were ever raised, open ones first. */
  public List<AlarmReport> alarms() {
    Instant now = clock.instant();
    List<Kept> raised = new ArrayList<>(alarms.all());
    raised.removeIf(kept -> READ.contains(kept.kind()));
    READ.forEach(kind -> raised.add(kept("", kind, now)));
    raised.removeIf(kept -> kept.alarm().incident() == 0);
    return AlarmReports.of(raised, kind -> Optional.empty());
  }

  /** One alarm of every kind, those of the service among them, open ones first. */
  public List<AlarmReport> alarms(String model) {
    return AlarmReports.of(everyKind(model, clock.instant()), kind -> Optional.empty());
  }

  private List<Kept> everyKind(String model, Instant now) {
    return Arrays.stream(AlarmKind.values()).map(kind -> kept(model, kind, now)).toList();
  }

  private Kept kept(String model, AlarmKind kind, Instant now) {
    Kept stored = stored(model, kind);
    return switch (kind) {
      case MONITOR_SILENT -> liveness.shown(stored, lastTick(), now);
      case DATABASE -> outage.shown(stored, now);
      default -> stored;
    };
  }

  /** The open alarms that are known without the database: one at most, its own. */
  public List<AlarmReport> withoutDatabase() {
    Kept known = outage.shown(clock.instant());
    return known.alarm().open() ? List.of(told(known)) : List.of();
  }

  /** Whether the database does not take rows at present, or could not be read by the last look. */
  public boolean isDatabaseAway() {
    return outage.lasts();
  }

  private Kept stored(String model, AlarmKind kind) {
    return alarms.find(model, kind).orElseGet(() -> Kept.quiet(Alarms.owner(model, kind), kind));
  }

  /**
   * Somebody takes an alarm on.
   *
   * @param model any, for a kind that concerns the service
   * @param by the account's or the token's name
   * @throws IllegalStateException with a sentence if no incident is open
   * @throws IllegalArgumentException with a sentence if the note is blank or too long
   */
  public AlarmReport acknowledge(String model, AlarmKind kind, String by, String note) {
    return told(alarms.acknowledge(model, kind, by, note));
  }

  /**
   * Somebody wants to hear nothing of an alarm until a time.
   *
   * @throws IllegalStateException as {@link #acknowledge}
   * @throws IllegalArgumentException as {@link #acknowledge}, and if the time is past
   */
  public AlarmReport silence(String model, AlarmKind kind, Instant until, String by, String note) {
    return told(alarms.silence(model, kind, until, by, note));
  }

  private static AlarmReport told(Kept kept) {
    return AlarmReports.of(List.of(kept), kind -> Optional.empty()).get(0);
  }

  /** Whether the monitor has not looked for too long. */
  public boolean isSilent() {
    return liveness.isSilent(lastTick(), clock.instant());
  }

  /** The version that is watched of a model. */
  public Optional<VersionId> watched(String model) {
    return champion(model).map(Standing::id);
  }
}
