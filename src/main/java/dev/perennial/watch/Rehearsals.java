package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Schema;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.QuietRows;
import dev.perennial.watch.QuietRunTable.Basis;
import dev.perennial.watch.QuietRunTable.Ran;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how many false alarms are to be expected of each rule of each champion: once its
 * reference is there, and again when its rows come at another pace or hang together otherwise. For
 * one thread.
 */
public final class Rehearsals {
  private static final Logger logger = LoggerFactory.getLogger(Rehearsals.class);
  private static final int MOST_ROWS = 2_000;

  /** How often live rows are read to see whether they hang together as they did. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private static final double MATERIAL = 2;

  /** Where nothing came yet, windows are taken to fill. */
  private static final double USUAL_ROWS_AN_HOUR = 3_600;

  private final Database database;
  private final ModelRegistry registry;
  private final References references;
  private final Ledger ledger;
  private final Clock clock;
  private final Options options;
  private final Leisure leisure;
  private final Map<Integer, Instant> seen = new HashMap<>();

  /**
   * What is run.
   *
   * @param rows how many rows, and how many labels, for each version
   * @param tick how often the monitor looks
   */
  public record Options(int rows, Duration tick) {}

  public Rehearsals(
      Database database,
      ModelRegistry registry,
      References references,
      Ledger ledger,
      Clock clock,
      Options options,
      Leisure leisure) {
    this.database = database;
    this.registry = registry;
    this.references = references;
    this.ledger = ledger;
    this.clock = clock;
    this.options = options;
    this.leisure = leisure;
  }

  /** Looks at every champion once, and runs what is due. Takes long where something is. */
  public void run() {
    leisure.begin();
    for (String model : registry.models()) {
      Optional<Standing> champion = registry.champion(model).flatMap(ledger.standing());
      if (champion.isPresent() && leisure.goesOn()) {
        try {
          run(champion.get());
        } catch (ModelException e) {
          logger.error("false alarms of {} cannot be found out: {}", model, e.getMessage());
        }
      }
    }
  }

  private void run(Standing standing) {
    int key = standing.id().key();
    Instant now = clock.instant();
    @Nullable Instant last = seen.get(key);
    if (last != null && now.isBefore(last.plus(AGAIN))) {
      return;
    }
    Map<AlarmKind, Basis> bases = database.read(handle -> QuietRunTable.bases(handle, key));
    Traffic traffic = Traffic.of(ledger, standing, now);
    Schema schema = registry.schema(key).logged();
    double[][] live = database.read(handle -> LiveRows.newest(handle, key, schema, MOST_ROWS));
    rows(standing, traffic, live, Optional.ofNullable(bases.get(AlarmKind.DATA_DRIFT)));
    standing
        .holdOut()
        .filter(holdOut -> holdOut.n() > 0 && schema.classes().size() > 1)
        .ifPresent(
            holdOut ->
                labels(
                    standing,
                    traffic,
                    holdOut,
                    Optional.ofNullable(bases.get(AlarmKind.PERFORMANCE))));
    seen.put(key, now);
  }

  private void rows(Standing standing, Traffic traffic, double[][] live, Optional<Basis> last) {
    int inputs = registry.schema(standing.id().key()).features().size();
    int together = QuietRows.together(live);
    Basis basis = new Basis(traffic.rows(), together, clock.instant());
    if (last.isPresent() && !isMaterial(last.get(), basis)) {
      return;
    }
    double[][] rows = ReferenceRows.answered(registry, standing.id(), MOST_ROWS, leisure);
    if (rows.length == 0) {
      return;
    }
    QuietRows quiet = QuietRows.of(rows, live, inputs, standing.id().key());
    double pace = traffic.rows() > 0 ? traffic.rows() : USUAL_ROWS_AN_HOUR;
    store(
        standing,
        runs(standing)
            .ofRows(
                references.of(standing.id().key()).profile(),
                quiet,
                new QuietRuns.Pace(pace, options.tick().toMillis()),
                DriftThresholds.standard()),
        basis);
  }

  private void labels(Standing standing, Traffic traffic, HoldOut holdOut, Optional<Basis> last) {
    int key = standing.id().key();
    double[][] live =
        database.read(handle -> LiveRows.cells(handle, key, registry::schema, MOST_ROWS));
    QuietRows quiet = QuietRows.of(cells(holdOut), live, 1, key);
    Basis basis = new Basis(traffic.labels(), quiet.together(), clock.instant());
    if (last.isEmpty() || isMaterial(last.get().together(), basis.together())) {
      store(standing, runs(standing).ofLabels(holdOut, quiet, standing.classes()), basis);
    }
  }

  private QuietRuns runs(Standing standing) {
    return new QuietRuns(leisure, options.rows(), standing.id().key());
  }

  private void store(Standing standing, Map<AlarmKind, Ran> runs, Basis basis) {
    if (!runs.isEmpty()) {
      database.run(handle -> QuietRunTable.put(handle, standing.id().key(), runs, basis));
      logger.info(
          "{} version {}: false alarms in {} rows or labels without a change, {} drawn at a time: {}",
          standing.id().model(),
          standing.id().version(),
          options.rows(),
          basis.together(),
          runs);
    }
  }

  private static boolean isMaterial(Basis before, Basis now) {
    return isMaterial(before.together(), now.together())
        || (now.pace() > 0 && isMaterial(before.pace(), now.pace()));
  }

  private static boolean isMaterial(double before, double now) {
    return now > MATERIAL * before || before > MATERIAL * now;
  }

  /** One row for each row of the hold-out: its cell of the confusion matrix. */
  static double[][] cells(HoldOut holdOut) {
    List<double[]> cells = new ArrayList<>();
    long[][] confusion = holdOut.confusion();
    for (int actual = 0; actual < confusion.length; actual++) {
      for (int given = 0; given < confusion.length; given++) {
        for (long i = 0; i < confusion[actual][given]; i++) {
          cells.add(new double[] {actual * confusion.length + given});
        }
      }
    }
    return cells.toArray(double[][]::new);
  }
}
