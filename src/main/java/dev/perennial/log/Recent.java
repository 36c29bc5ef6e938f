package dev.perennial.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was appended to the journal last and may not have reached the database yet: which version
 * gave an answer, and the last label of a prediction. Bounded, so nothing found here says nothing:
 * then the drain has to be waited for. Safe for use by many threads; an answer costs no lock.
 */
public final class Recent {
  /** 64 answers for each of the last 1,024 milliseconds; a denser stream remembers less long. */
  private static final int SLOTS = 1 << 16;

  private static final int SLOTS_A_MILLI = 64;
  private static final int MOST_LABELS = 50_000;

  private record Version(long id, int key) {}

  private static final Version NONE = new Version(0, 0);

  private final AtomicReferenceArray<Version> versions = new AtomicReferenceArray<>(SLOTS);

  @GuardedBy("labels")
  private final Map<Long, Label> labels =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Label> eldest) {
          return size() > MOST_LABELS;
        }
      };

  void appended(List<? extends Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Answered answered) {
        versions.setRelease(slot(answered.id()), new Version(answered.id(), answered.version()));
      } else if (entry instanceof Label label) {
        keep(label);
      }
    }
  }

  /** Appends that race may come here in another order than their ids: the greatest id holds. */
  private void keep(Label label) {
    synchronized (labels) {
      Label before = labels.remove(label.prediction());
      labels.put(label.prediction(), before != null && before.id() > label.id() ? before : label);
    }
  }

  /** The key of the version that answered, if this answer is remembered. */
  public OptionalInt version(long prediction) {
    @Nullable Version found = versions.getAcquire(slot(prediction));
    return found != null && found.id() == prediction
        ? OptionalInt.of(found.key())
        : OptionalInt.empty();
  }

  /** The last label of this prediction, if it is remembered. */
  public Optional<Label> label(long prediction) {
    synchronized (labels) {
      return Optional.ofNullable(labels.get(prediction));
    }
  }

  /** These predictions are no longer there. */
  void forget(List<Long> predictions) {
    for (long id : predictions) {
      @Nullable Version found = versions.getAcquire(slot(id));
      if (found != null && found.id() == id) {
        versions.compareAndSet(slot(id), found, NONE);
      }
      synchronized (labels) {
        labels.remove(id);
      }
    }
  }

  private static int slot(long id) {
    return (int) (Ids.millis(id) * SLOTS_A_MILLI + id) & (SLOTS - 1);
  }
}
