package dev.perennial.training;

import dev.perennial.log.LabelLog;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures in the background what a retraining would gain: trains a candidate as a run would,
 * judges it on the newest labelled rows, and throws it away. Nothing is registered or promoted.
 * Safe for use by many threads: one looks, the others read.
 *
 * <p>It trains on the thread of the runs, when none goes on, and rests so long after each training
 * that all of them take at most a twentieth of one core's time.
 */
public final class Benefits {
  private static final Logger logger = LoggerFactory.getLogger(Benefits.class);
  private static final int REST = 20;

  static final Said SOON = Said.of("said.benefit-soon");

  /** The same draws of the bootstrap each time, so that a figure moves by its rows alone. */
  private static final long SEED = 1;

  private final Options options;
  private final Runs runs;
  private final TrainingRows rows;
  private final ModelRegistry registry;
  private final NewLabels labels;
  private final Clock clock;
  private final Map<String, Benefit> known = new ConcurrentHashMap<>();
  private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

  /** When the next measurement may begin. */
  private volatile Instant rested = Instant.MIN;

  /**
   * What the settings say.
   *
   * @param newLabels so many are needed for the next measurement; 0: nothing is measured
   * @param longest a training that takes longer is not repeated for the same champion
   * @param margins of the gate
   * @param strangers whether labels of strangers count
   */
  public record Options(int newLabels, Duration longest, Margins margins, boolean strangers) {}

  /** The last look at a champion: when it began, and how long the training took. */
  private record Attempt(VersionId champion, Instant at, Duration took) {}

  public Benefits(
      Options options,
      Runs runs,
      TrainingRows rows,
      ModelRegistry registry,
      LabelLog labels,
      Clock clock) {
    this.options = options;
    this.runs = runs;
    this.rows = rows;
    this.registry = registry;
    this.labels = new NewLabels(labels, registry, options.strangers());
    this.clock = clock;
  }

  /** What is known of a model. */
  public Benefit of(String model) {
    return known.getOrDefault(
        model, Benefit.unknown(Said.of(off() ? "said.benefit-off" : "said.not-looked")));
  }

  private boolean off() {
    return options.newLabels() == 0;
  }

  /** Begins one measurement, if one is due and no run goes on. One thread at a time. */
  public void look() {
    if (off()) {
      return;
    }
    for (String model : registry.models()) {
      registry.champion(model).ifPresent(this::look);
    }
  }

  private void look(VersionId champion) {
    String model = champion.model();
    Optional<Attempt> last =
        Optional.ofNullable(attempts.get(model)).filter(a -> a.champion().equals(champion));
    if (last.isEmpty()) {
      known.remove(model);
    }
    if (last.filter(attempt -> attempt.took().compareTo(options.longest()) > 0).isPresent()) {
      return;
    }
    Instant since = last.map(Attempt::at).orElse(registry.manifest(champion.key()).trainedAt());
    int come = labels.since(model, since, options.newLabels());
    if (come >= options.newLabels()) {
      known.putIfAbsent(model, Benefit.unknown(SOON));
      if (!clock.instant().isBefore(rested)) {
        boolean unused = runs.whenIdle(() -> measure(champion));
      }
    } else if (last.isEmpty()) {
      known.put(
          model,
          Benefit.unknown(Said.of("said.benefit-after", (long) options.newLabels(), (long) come)));
    }
  }

  private void measure(VersionId champion) {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    try {
      known.put(champion.model(), measured(champion, at));
    } catch (ModelException e) {
      known.put(champion.model(), Benefit.unknown(Said.of("said.benefit-trouble", e.says())));
    } catch (OutOfMemoryError | StackOverflowError e) {
      known.put(champion.model(), Benefit.unknown(Said.of("said.benefit-memory")));
    } catch (RuntimeException e) {
      logger.warn("what retraining {} would gain is not known", champion.model(), e);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      attempts.put(champion.model(), new Attempt(champion, at, took));
      rested = clock.instant().plus(took.multipliedBy(REST));
      if (took.compareTo(options.longest()) > 0) {
        logger.info("measuring what retraining {} would gain took {}", champion.model(), took);
      }
    }
  }

  private Benefit measured(VersionId champion, Instant at) {
    TrainingData data = rows.gather(champion.model(), rows.policy().preset());
    int judged = data.newest().size();
    int enough = options.margins().rows();
    if (judged < enough) {
      return Benefit.unknown(Said.of("said.benefit-few", (long) judged, (long) enough));
    }
    Manifest.Algorithm algorithm = data.manifest().algorithm();
    HalfLife halfLife =
        new Forgetting(rows.policy(), data.structure(), data.train())
            .choose(algorithm, Optional.empty(), () -> {});
    Candidate candidate = Candidate.train(data.weighted(halfLife), algorithm);
    LoadedModel loaded = registry.load(champion);
    Verdict verdict = candidate.judge(loaded, new Gate(options.margins(), SEED, true), enough);
    return Benefit.of(new Benefit.Measured(champion.version(), at, judged, verdict));
  }
}
