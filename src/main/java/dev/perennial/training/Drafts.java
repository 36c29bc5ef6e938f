package dev.perennial.training;

import dev.perennial.log.Threads;
import dev.perennial.model.Arff;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.core.Instances;

/**
 * The tables that people bring to make models from. They live until they are deployed, discarded or
 * crowded out, and not beyond a stop. One is trained at a time, where the runs train. Safe for use
 * by many threads.
 */
public final class Drafts implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Drafts.class);
  private static final int MOST = 8;

  private final Path folder;
  private final ModelRegistry registry;
  private final Deployment deployment;
  private final GivenTable.Bounds bounds;
  private final Clock clock;
  private final FirstVersion first;
  private final AtomicLong ids = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Draft> drafts = new ConcurrentSkipListMap<>();
  private final Executor training;

  /** Deploys, and waits for no training. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("perennial-drafts"));

  /**
   * @param folder where the tables lie; what a run before left there is removed
   * @param training where a table is learned; throws RunRefused while the server stops
   */
  public Drafts(
      Path folder,
      ModelRegistry registry,
      Deployment deployment,
      GivenTable.Bounds bounds,
      Executor training,
      Clock clock) {
    this.folder = folder;
    this.registry = registry;
    this.deployment = deployment;
    this.bounds = bounds;
    this.training = training;
    this.clock = clock;
    first = new FirstVersion(registry, clock);
    DraftFiles.tidy(folder);
  }

  /** Gives the bytes that were sent, from their beginning. */
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Looks at a table, and keeps it if it can be read.
   *
   * @param file its name, of which the model's is made
   * @throws MalformedCsv with a sentence if it cannot; nothing is left of it then
   */
  public Draft add(String file, Source source, String actor) throws MalformedCsv, IOException {
    GivenTable table;
    try (InputStream bytes = source.open()) {
      table = GivenTable.look(bytes, bounds);
    }
    long id = ids.incrementAndGet();
    DraftFiles files = new DraftFiles(folder.resolve(Long.toString(id)));
    files.take(source);
    Wish wish = Wish.of(nameOf(file), table, actor);
    Draft draft = new Draft(id, file, table, files, given(wish, List.of()));
    makeRoom();
    drafts.put(id, draft);
    return draft;
  }

  /** The name for a model from a file's name, free if a number behind it can make it so. */
  private String nameOf(String file) {
    String plain = file.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9_-]+", "-");
    String trimmed = plain.replaceAll("^[-_]+|-+$", "");
    String name = trimmed.substring(0, Math.min(60, trimmed.length()));
    String base = name.isEmpty() ? "model" : name;
    for (int i = 2; i < 100; i++) {
      String candidate = i == 2 ? base : base + "-" + (i - 1);
      if (registry.versions(candidate).isEmpty()) {
        return candidate;
      }
    }
    return base;
  }

  private void makeRoom() {
    for (Draft draft : drafts.values()) {
      if (drafts.size() >= MOST && !isBusy(draft)) {
        discard(draft);
      }
    }
  }

  private static boolean isBusy(Draft draft) {
    Draft.State state = draft.look().state();
    return state == Draft.State.TRAINING || state == Draft.State.DEPLOYING;
  }

  public Optional<Draft> find(long id) {
    return Optional.ofNullable(drafts.get(id));
  }

  /** All there are, newest first. */
  public List<Draft> all() {
    return List.copyOf(drafts.descendingMap().values());
  }

  /** Forgets a draft; one that is being trained ends at its next step. */
  public void discard(Draft draft) {
    draft.discard();
    drafts.remove(draft.id());
    if (!isBusy(draft)) {
      draft.files().remove();
    }
  }

  /**
   * Begins to train in the background, unless something is wrong: the draft then says what.
   *
   * @return true if it begins
   */
  public boolean train(Draft draft, Wish wish) {
    List<Said> faults = Stream.concat(wish.faults(draft.table()).stream(), taken(wish)).toList();
    synchronized (draft) {
      if (isBusy(draft) || draft.look().state() == Draft.State.DEPLOYED) {
        return true;
      }
      if (!faults.isEmpty()) {
        draft.show(given(wish, faults));
        return false;
      }
      draft.show(busy(Draft.State.TRAINING, wish, Said.of("said.waits"), 0, Optional.empty()));
    }
    submit(training, draft, () -> learn(draft, wish));
    return true;
  }

  private Stream<Said> taken(Wish wish) {
    boolean free =
        !Wish.NAME.matcher(wish.model()).matches() || registry.versions(wish.model()).isEmpty();
    return free ? Stream.empty() : Stream.of(Said.of("said.name-is-taken", wish.model()));
  }

  private Draft.Look given(Wish wish, List<Said> faults) {
    return new Draft.Look(
        Draft.State.GIVEN, wish, Optional.empty(), 0, clock.instant(), faults, Optional.empty());
  }

  private Draft.Look busy(
      Draft.State state, Wish wish, Said step, int percent, Optional<Draft.Result> result) {
    return new Draft.Look(
        state, wish, Optional.of(step), percent, clock.instant(), List.of(), result);
  }

  private Draft.Look done(Draft.State state, Wish wish, Optional<Draft.Result> result) {
    return new Draft.Look(state, wish, Optional.empty(), 100, clock.instant(), List.of(), result);
  }

  private void submit(Executor where, Draft draft, Runnable work) {
    try {
      where.execute(
          () -> {
            attempt(draft, work);
            if (draft.isDiscarded()) {
              draft.files().remove();
            }
          });
    } catch (RejectedExecutionException e) {
      throw new RunRefused(Runs.STOPPING);
    }
  }

  /** Training may need more memory or a deeper stack than there is: the server goes on. */
  private void attempt(Draft draft, Runnable work) {
    Wish wish = draft.look().wish();
    try {
      work.run();
    } catch (ModelException e) {
      draft.show(given(wish, List.of(e.says())));
    } catch (RunRefused e) {
      draft.show(given(wish, List.of(e.says())));
    } catch (OutOfMemoryError | StackOverflowError e) {
      logger.warn("a draft needs more memory than there is: {}", e.toString());
      draft.show(given(wish, List.of(Said.of("said.draft-needs-memory"))));
    } catch (RuntimeException e) {
      logger.error("a draft cannot be trained or deployed", e);
      draft.show(given(wish, List.of(Said.of("said.draft-failed"))));
    }
  }

  private void learn(Draft draft, Wish wish) {
    step(draft, wish, Said.of("said.draft-reads"), 2);
    GivenTable table = draft.table();
    String arff = draft.files().arff(table, wish);
    Optional<String> target = Optional.of(table.columns().get(wish.target()).name());
    Instances rows = Arff.read(arff, target);
    boolean asked = wish.candidate().isPresent();
    step(draft, wish, Said.of(asked ? "said.draft-trains" : "said.draft-compares"), 10);
    FirstVersion.Wanted wanted =
        new FirstVersion.Wanted(
            wish.model(), wish.model(), target, wish.candidate(), wish.hidden(table), wish.actor());
    FirstVersion.Made made =
        first.make(
            wanted,
            rows,
            arff,
            done -> step(draft, wish, Said.of("said.draft-compared", (long) done), 10 + 15 * done));
    draft.files().keep(made.parts());
    Draft.Result result = new Draft.Result(made.parts().manifest(), made.tried());
    draft.show(done(Draft.State.TRAINED, wish, Optional.of(result)));
  }

  private void step(Draft draft, Wish wish, Said what, int percent) {
    if (draft.isDiscarded()) {
      throw new ModelException(Said.of("said.draft-discarded"));
    }
    draft.show(busy(Draft.State.TRAINING, wish, what, percent, Optional.empty()));
  }

  /** Lets what was trained answer, in the background. */
  public void deploy(Draft draft, String actor) {
    synchronized (draft) {
      Draft.Look look = draft.look();
      if (look.state() != Draft.State.TRAINED || look.result().isEmpty()) {
        return;
      }
      draft.show(
          busy(
              Draft.State.DEPLOYING,
              look.wish(),
              Said.of("said.draft-begins-to-answer"),
              50,
              look.result()));
    }
    submit(thread, draft, () -> serve(draft, actor));
  }

  private void serve(Draft draft, String actor) {
    Draft.Look look = draft.look();
    taken(look.wish()).findFirst().ifPresent(Drafts::refuse);
    Draft.Result result = look.result().orElseThrow();
    VersionId id = registry.register(draft.files().parts(result.manifest()));
    deployment.promote(id, actor, "made of the file " + draft.file());
    draft.show(done(Draft.State.DEPLOYED, look.wish(), look.result()));
    logger.info("{} was made of an uploaded table and answers", id);
  }

  private static void refuse(Said sentence) {
    throw new ModelException(sentence);
  }

  /** Lets the step in progress end, for at most 30 seconds. */
  @Override
  public void close() {
    drafts.values().forEach(Draft::discard);
    boolean unused = Threads.end(thread, Deployment.PATIENCE);
  }
}
