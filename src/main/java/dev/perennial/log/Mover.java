package dev.perennial.log;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * Moves one batch into the database, in one transaction if nothing in it is refused. One thread at
 * a time.
 *
 * <p>A row that fails is found by halving the batch, so that it does not keep the others back. If
 * only the fold fails on it, it is stored without being folded: the record matters more.
 */
final class Mover {
  /** More rows of one batch than this show that the fault is not in the rows. */
  private static final int MOST_UNFOLDED = 16;

  /** A row that went a way of its own, and why. */
  record Odd(Entry entry, String reason) {}

  /**
   * What became of the rows that did not simply move.
   *
   * @param refused the database will never take them
   * @param unfolded they are stored, and the fold has not seen them
   */
  record Outcome(List<Odd> refused, List<Odd> unfolded) {}

  private final Database database;
  private final RowWriter writer;
  private final BiConsumer<Handle, List<Entry>> fold;

  Mover(Database database, IntFunction<Schema> schemas, BiConsumer<Handle, List<Entry>> fold) {
    this.database = database;
    this.writer = new RowWriter(schemas);
    this.fold = fold;
  }

  /**
   * Moves what can be moved.
   *
   * @throws DatabaseException if the database does not answer; the same batch may come again
   * @throws IllegalStateException if the fold fails on so many rows that the fault is its own
   */
  Outcome move(List<Entry> batch) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    List<Odd> broken = new ArrayList<>();
    move(batch, outcome.refused(), broken);
    for (Odd odd : broken) {
      try {
        store(List.of(odd.entry()), (handle, rows) -> {});
        outcome.unfolded().add(odd);
      } catch (DatabaseException e) {
        throw e;
      } catch (RuntimeException e) {
        outcome.refused().add(odd);
      }
    }
    return outcome;
  }

  private void move(List<Entry> batch, List<Odd> refused, List<Odd> broken) {
    try {
      store(batch, fold);
    } catch (DatabaseException e) {
      if (!e.refusesData()) {
        throw e;
      }
      split(batch, e, refused, refused, broken);
    } catch (RuntimeException e) {
      if (broken.size() >= MOST_UNFOLDED) {
        throw new IllegalStateException("the rows cannot be worked on: " + e, e);
      }
      split(batch, e, broken, refused, broken);
    }
  }

  private void store(List<Entry> batch, BiConsumer<Handle, List<Entry>> folding) {
    database.run(
        handle -> {
          List<Entry> fresh = Known.fresh(handle, batch);
          if (!fresh.isEmpty()) {
            writer.insert(handle, fresh);
            folding.accept(handle, fresh);
          }
        });
  }

  private void split(
      List<Entry> batch,
      RuntimeException fault,
      List<Odd> single,
      List<Odd> refused,
      List<Odd> broken) {
    if (batch.size() == 1) {
      single.add(new Odd(batch.get(0), String.valueOf(fault.getMessage())));
      return;
    }
    int half = batch.size() / 2;
    move(batch.subList(0, half), refused, broken);
    move(batch.subList(half, batch.size()), refused, broken);
  }
}
