package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.DomainClassifier;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which inputs of each champion moved together, from its newest rows. Kept in memory:
 * after a start it is found out anew. One thread runs it; any may read what it found.
 */
public final class Domains {
  private static final Logger logger = LoggerFactory.getLogger(Domains.class);
  private static final int REFERENCE_ROWS = 1_000;
  private static final int LIVE_ROWS = 500;

  /** How often a version is looked at of which nothing else says that it moves. */
  private static final Duration AT_EASE = Duration.ofMinutes(10);

  private final Database database;
  private final ModelRegistry registry;
  private final Standings standings;
  private final Clock clock;
  private final DomainClassifier.Learner learner;
  private final Leisure leisure;
  private final Map<Integer, double[][]> references = new ConcurrentHashMap<>();
  private final Map<Integer, Found> found = new ConcurrentHashMap<>();

  /** The last verdict, with how many windows had closed when it was made. */
  private record Found(long windows, Instant at, Optional<DomainVerdict> verdict) {}

  public Domains(
      Database database,
      ModelRegistry registry,
      Standings standings,
      Clock clock,
      DomainClassifier.Learner learner,
      Leisure leisure) {
    this.database = database;
    this.registry = registry;
    this.standings = standings;
    this.clock = clock;
    this.learner = learner;
    this.leisure = leisure;
  }

  /** What was found last; empty where nothing could be said yet. */
  public Optional<DomainVerdict> of(VersionId version) {
    return Optional.ofNullable(found.get(version.key())).flatMap(Found::verdict);
  }

  /** Looks at every champion that has closed a window since the last time. */
  public void run() {
    leisure.begin();
    for (String model : registry.models()) {
      Optional<Standing> champion = registry.champion(model).flatMap(standings::of);
      if (champion.isPresent() && leisure.goesOn() && isDue(champion.get())) {
        try {
          run(champion.get());
        } catch (ModelException e) {
          logger.error("what moved together in {} cannot be found out: {}", model, e.getMessage());
        }
      }
    }
  }

  private boolean isDue(Standing standing) {
    @Nullable Found last = found.get(standing.id().key());
    boolean news = standing.windows() > 0 && (last == null || standing.windows() != last.windows());
    return news && (moves(standing) || last == null || isOld(last));
  }

  private boolean isOld(Found last) {
    return !clock.instant().isBefore(last.at().plus(AT_EASE));
  }

  private static boolean moves(Standing standing) {
    return standing.joint().status() == Status.WARNING
        || standing.joint().status() == Status.DRIFTED
        || standing.columns().stream()
            .anyMatch(c -> c.status() != Status.STEADY && c.status() != Status.NOT_ENOUGH_DATA);
  }

  private void run(Standing standing) {
    int key = standing.id().key();
    Schema schema = registry.schema(key).logged();
    List<Column> inputs =
        standing.profile().columns().stream()
            .map(profile -> profile.column())
            .filter(column -> column.role() == Column.Role.FEATURE)
            .toList();
    double[][] live = database.read(handle -> LiveRows.newest(handle, key, schema, LIVE_ROWS));
    Optional<DomainVerdict> verdict =
        DomainClassifier.judge(
            inputs,
            references.computeIfAbsent(
                key, any -> ReferenceRows.inputs(registry, standing.id(), REFERENCE_ROWS)),
            Arrays.stream(live)
                .map(row -> Arrays.copyOf(row, inputs.size()))
                .toArray(double[][]::new),
            standing.profile().rowsAreNearlyDistinct(),
            learner,
            key,
            leisure::goesOn);
    found.put(key, new Found(standing.windows(), clock.instant(), verdict));
  }
}
