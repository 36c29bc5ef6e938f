package dev.perennial.training;

import dev.perennial.log.Threads;
import dev.perennial.model.Arff;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.model.VersionImport;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.words.Said;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import weka.core.Instances;

/**
 * Takes classifiers that were trained elsewhere, each with data to judge it by, as versions that
 * nobody is answered by until they are promoted. Safe for use by many threads: one at a time, on a
 * thread of its own, since a file can be made to keep a thread busy for ever.
 */
public final class GivenModels implements AutoCloseable {
  private static final int SEED = 1;

  private final VersionImport imports;
  private final ModelFiles files;
  private final GivenTable.Bounds bounds;
  private final Duration patience;
  private final Clock clock;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("perennial-given-models"));

  /**
   * @param bounds of the data
   * @param patience how long one may take
   */
  public GivenModels(
      VersionImport imports,
      ModelFiles files,
      GivenTable.Bounds bounds,
      Duration patience,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.bounds = bounds;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * What somebody brings. Never compared, and the arrays are not copied: they may be large.
   *
   * @param model the name it is to have
   * @param target the attribute that it predicts; "" for the last one
   * @param classifier the {@code .model} file
   * @param data ARFF: the header it was trained with, and rows
   * @param unseen whether it was trained on none of these rows
   * @param actor who brings it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Given(
      String model, String target, byte[] classifier, byte[] data, boolean unseen, String actor) {}

  /** Why it is not taken, by field; nothing has changed. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<FieldError> errors;

    Refused(List<FieldError> errors) {
      super(errors.get(0).message());
      this.errors = List.copyOf(errors);
    }

    Refused(String field, Said fault) {
      this(List.of(new FieldError(field, Optional.empty(), fault)));
    }

    public List<FieldError> errors() {
      return errors;
    }
  }

  /**
   * Reads, tries and registers it.
   *
   * @throws Refused saying what is wrong
   */
  public VersionId take(Given given) {
    GivenTable table = look(given);
    if (!busy.compareAndSet(false, true)) {
      throw new Refused("classifier", Said.of("said.another-model"));
    }
    AtomicBoolean decided = new AtomicBoolean();
    try {
      Future<VersionId> made = thread.submit(() -> attempt(given, table, decided));
      return await(made, decided);
    } catch (ExecutionException e) {
      throw refusal(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("classifier", Said.of("said.stopping-look"));
    } catch (RejectedExecutionException e) {
      busy.set(false);
      throw new Refused("classifier", Said.of("said.stopping-again"));
    }
  }

  /** What is given up is not registered later, and what is being registered is waited for. */
  private VersionId await(Future<VersionId> made, AtomicBoolean decided)
      throws ExecutionException, InterruptedException {
    try {
      return made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (!decided.compareAndSet(false, true)) {
        return made.get();
      }
      throw new Refused("classifier", Said.of("said.model-took-too-long", patience.toSeconds()));
    }
  }

  private static RuntimeException refusal(ExecutionException failed) {
    if (failed.getCause() instanceof Refused known) {
      return known;
    }
    if (failed.getCause() instanceof ModelException known) {
      return new Refused("classifier", sentence(known));
    }
    return new IllegalStateException("a model that was brought could not be looked at", failed);
  }

  /** Everything that can be said without reading the classifier. */
  private GivenTable look(Given given) {
    List<FieldError> errors = new ArrayList<>();
    if (!Wish.NAME.matcher(given.model()).matches()) {
      errors.add(error("model", Said.of("said.model-name-rule")));
    }
    Optional<GivenTable> table = Optional.empty();
    try {
      table = Optional.of(GivenTable.look(new ByteArrayInputStream(given.data()), bounds));
      table.ifPresent(found -> check(found, given.target(), errors));
    } catch (MalformedCsv e) {
      errors.add(error("data", e.sentence()));
    }
    if (!errors.isEmpty()) {
      throw new Refused(errors);
    }
    return table.orElseThrow();
  }

  private static void check(GivenTable table, String target, List<FieldError> errors) {
    if (table.columns().get(0).declared().isEmpty()) {
      errors.add(error("data", Said.of("said.data-are-csv")));
    } else if (!target.isEmpty()
        && table.columns().stream().noneMatch(column -> column.name().equals(target))) {
      errors.add(error("target", Said.of("said.no-such-attribute")));
    }
  }

  private VersionId attempt(Given given, GivenTable table, AtomicBoolean decided) {
    try {
      ModelRegistry.Parts parts = parts(given, rows(given));
      if (!decided.compareAndSet(false, true)) {
        throw new ModelException("it took too long");
      }
      return imports.add(parts);
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw new Refused("classifier", Said.of("said.model-too-large", table.rows()));
    } finally {
      busy.set(false);
    }
  }

  private static Instances rows(Given given) {
    try {
      Optional<String> target = Optional.of(given.target()).filter(name -> !name.isEmpty());
      Instances rows = Arff.read(new String(given.data(), StandardCharsets.UTF_8), target);
      List<Said> faults = DataCheck.faults(rows);
      if (!faults.isEmpty()) {
        throw new Refused(faults.stream().map(fault -> error("data", fault)).toList());
      }
      return rows;
    } catch (Refused e) {
      throw e;
    } catch (RuntimeException e) { // Weka's reader fails in many ways
      throw new Refused("data", Said.of("said.data-no-arff"));
    }
  }

  private ModelRegistry.Parts parts(Given given, Instances rows) {
    TrialRun run = new TrialRun(files, given.classifier(), rows);
    run.check();
    HoldOutSplit split = HoldOutSplit.of(rows, SEED);
    String rule = given.unseen() ? Manifest.HoldOut.UNSEEN : Manifest.HoldOut.SEEN;
    Manifest.Provenance provenance =
        new Manifest.Provenance(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            given.actor(),
            given.unseen()
                ? "Brought as a file, with rows that it was not trained on."
                : "Brought as a file, with rows that it may have been trained on: its figures are too good.",
            Optional.empty());
    Trainer.Facts facts =
        new Trainer.Facts(
            given.model(),
            given.model(),
            run.algorithm(SEED),
            new Manifest.Data(
                "data.arff",
                ModelFiles.sha256(given.data()),
                rows.numInstances(),
                Optional.empty()),
            new Manifest.HoldOut(rule, SEED, split.rows()),
            clock.instant(),
            given.actor(),
            Arff.Naming.NONE,
            Optional.of(provenance));
    return Trainer.parts(facts, given.classifier(), run::answer, split, given.data());
  }

  private static FieldError error(String field, Said fault) {
    return new FieldError(field, Optional.empty(), fault);
  }

  private static Said sentence(ModelException e) {
    return e.says().english().endsWith(".") ? e.says() : Said.of("said.full-stop", e.says());
  }

  /** What goes on at a stop has at most registered a version that nobody is answered by. */
  @Override
  public void close() {
    boolean unused = Threads.end(thread, Duration.ofSeconds(5));
  }
}
