package dev.perennial.training;

import dev.perennial.model.Manifest;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table on its way to a model. Safe for use by many threads: what changes is in {@link #look},
 * which is replaced as a whole.
 */
public final class Draft {
  private final long id;
  private final String file;
  private final GivenTable table;
  private final DraftFiles files;
  private volatile Look look;
  private volatile boolean discarded;

  /** How far it is. */
  public enum State {
    /** Its columns can be corrected. */
    GIVEN,
    TRAINING,
    /** Its figures can be looked at. */
    TRAINED,
    DEPLOYING,
    DEPLOYED
  }

  /**
   * What there is to see at one moment.
   *
   * @param wish what was decided last
   * @param step what goes on, absent if nothing does
   * @param percent how much of it is done, 0 to 100
   * @param since when the step began
   * @param faults why the last attempt came to nothing, one sentence each
   * @param result after training
   */
  public record Look(
      State state,
      Wish wish,
      Optional<Said> step,
      int percent,
      Instant since,
      List<Said> faults,
      Optional<Result> result) {
    public Look {
      faults = List.copyOf(faults);
    }
  }

  /** What was trained, and what was tried for it, the best first; nothing if it was asked for. */
  public record Result(Manifest manifest, List<Choice.Tried> tried) {
    public Result {
      tried = List.copyOf(tried);
    }
  }

  Draft(long id, String file, GivenTable table, DraftFiles files, Look look) {
    this.id = id;
    this.file = file;
    this.table = table;
    this.files = files;
    this.look = look;
  }

  public long id() {
    return id;
  }

  /** The name of the file that was sent. */
  public String file() {
    return file;
  }

  public GivenTable table() {
    return table;
  }

  public Look look() {
    return look;
  }

  DraftFiles files() {
    return files;
  }

  void show(Look next) {
    look = next;
  }

  void discard() {
    discarded = true;
  }

  boolean isDiscarded() {
    return discarded;
  }
}
