package dev.perennial.log;

import dev.perennial.access.Audit;
import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Erases rows of the log: predictions with their labels and, of a period, the attempts that were
 * refused. What the monitor has summed up stays. Safe for use by many threads.
 *
 * <p>Asking only notes what is to go; {@link #turn} does it in small transactions on a thread of
 * its own. What is noted is finished after a kill as well.
 */
public final class Eraser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Rows and labels that were under way when the first pass began are there for the second. */
  private static final int PASSES = 2;

  private final Database database;
  private final ErasureTable table;
  private final Drain drain;
  private final Recent recent;
  private final Ids ids;
  private final Function<String, Set<Integer>> versions;
  private final Audit audit;
  private final Clock clock;
  private final AtomicBoolean waiting = new AtomicBoolean(true);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();

  /**
   * @param versions the keys of a model's versions
   */
  public Eraser(
      Database database,
      Drain drain,
      Recent recent,
      Ids ids,
      Function<String, Set<Integer>> versions,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.table = new ErasureTable(database);
    this.drain = drain;
    this.recent = recent;
    this.ids = ids;
    this.versions = versions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Notes that one prediction is to go, and tells the audit.
   *
   * @param named as the audit is to call it
   * @param actor who asks, and from which address
   */
  public Erasure one(String model, long prediction, String named, String actor, String client) {
    return ask(model, prediction - 1, prediction + 1, true, named, actor, client);
  }

  /**
   * Notes that every row of a model with {@code after < id < before} is to go; rows that are
   * answered from now on stay.
   */
  public Erasure period(
      String model, long after, long before, String named, String actor, String client) {
    return ask(model, after, Math.min(before, ids.next()), false, named, actor, client);
  }

  private Erasure ask(
      String model,
      long after,
      long before,
      boolean one,
      String named,
      String actor,
      String client) {
    Erasure asked =
        new Erasure(
            0,
            model,
            after,
            before,
            one,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            client,
            0,
            0,
            0,
            Optional.empty());
    long id =
        database.write(
            handle -> {
              long added = ErasureTable.add(handle, asked);
              String detail = "%s: %s (erasure %d)".formatted(model, named, added);
              audit.record(handle, actor, "erasure-asked", client, detail);
              return added;
            });
    waiting.set(true);
    return need(id);
  }

  public Optional<Erasure> find(long id) {
    return table.find(id);
  }

  /** The newest of a model, the newest first. */
  public List<Erasure> newest(String model, int most) {
    return table.newest(model, most);
  }

  /** Waits until it is done, for at most so long, and gives it as it then stands. */
  public Erasure await(long id, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      Erasure now = need(id);
      while (now.done().isEmpty() && left > 0) {
        left = finished.awaitNanos(left);
        now = need(id);
      }
      return now;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return need(id);
    } finally {
      lock.unlock();
    }
  }

  private Erasure need(long id) {
    return table.find(id).orElseThrow(() -> new IllegalStateException("there is no erasure " + id));
  }

  /** Erases what is noted. One call at a time, on a thread that nothing interrupts. */
  public void turn() {
    if (!waiting.getAndSet(false)) {
      return;
    }
    try {
      for (Erasure each : table.open()) {
        if (!closed.get()) {
          run(each);
        }
      }
    } catch (RuntimeException e) {
      waiting.set(true);
      throw e;
    }
  }

  private void run(Erasure erasure) {
    for (int pass = 0; pass < PASSES; pass++) {
      if (!drain.await(PATIENCE)) {
        throw new DatabaseException("the rows to erase have not reached the database yet");
      }
      OptionalLong at = OptionalLong.of(erasure.after());
      while (at.isPresent() && !closed.get()) {
        at = somePredictions(erasure, at.getAsLong());
      }
      at = erasure.one() ? OptionalLong.empty() : OptionalLong.of(erasure.after());
      while (at.isPresent() && !closed.get()) {
        at = someAttempts(erasure, at.getAsLong());
      }
    }
    if (!closed.get()) {
      finish(erasure);
    }
  }

  /** The last id that went; nothing at the end. */
  private OptionalLong somePredictions(Erasure erasure, long after) {
    Set<Integer> keys = versions.apply(erasure.model());
    List<Long> gone =
        keys.isEmpty()
            ? List.of()
            : database.<List<Long>>write(
                handle -> {
                  List<Long> some = ErasableRows.predictions(handle, erasure, keys, after);
                  if (!some.isEmpty()) {
                    int labels = ErasableRows.delete(handle, "label", "prediction", some);
                    ErasableRows.delete(handle, "shadow", "prediction", some);
                    int rows = ErasableRows.delete(handle, "prediction", "id", some);
                    ErasureTable.count(handle, erasure.id(), rows, labels, 0);
                  }
                  return some;
                });
    recent.forget(gone);
    return last(gone);
  }

  private OptionalLong someAttempts(Erasure erasure, long after) {
    return last(
        database.<List<Long>>write(
            handle -> {
              List<Long> some = ErasableRows.attempts(handle, erasure, after);
              if (!some.isEmpty()) {
                int rows = ErasableRows.delete(handle, "failed_attempt", "id", some);
                ErasureTable.count(handle, erasure.id(), 0, 0, rows);
              }
              return some;
            }));
  }

  private static OptionalLong last(List<Long> inOrder) {
    return inOrder.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(inOrder.get(inOrder.size() - 1));
  }

  private void finish(Erasure erasure) {
    database.run(
        handle -> {
          int orphans = ErasableRows.deleteOrphans(handle, erasure);
          ErasureTable.count(handle, erasure.id(), 0, orphans, 0);
          ErasureTable.done(handle, erasure.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          String detail = "%s: erasure %d".formatted(erasure.model(), erasure.id());
          audit.record(handle, erasure.actor(), "erasure-done", erasure.client(), detail);
        });
    lock.lock();
    try {
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets a turn end early; what is left is done after the next start. */
  @Override
  public void close() {
    closed.set(true);
  }
}
