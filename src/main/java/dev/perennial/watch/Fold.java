package dev.perennial.watch;

import dev.perennial.log.Entry;
import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.Entry.Request;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelLog;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Schema;
import dev.perennial.monitor.PlacedRow;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.monitor.VersionWatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Counts the rows of each batch that the drain stores, in the transaction that stores them: what is
 * stored is counted, once. For the drain's thread.
 */
public final class Fold implements BiConsumer<Handle, List<Entry>> {
  private final ModelRegistry registry;
  private final References references;
  private final Watches watches;
  private final BucketTable table;
  private final LongAdder lost = new LongAdder();

  /**
   * A fold.
   *
   * @param instance as in {@link Ids}
   */
  public Fold(ModelRegistry registry, References references, Watches watches, int instance) {
    this.registry = registry;
    this.references = references;
    this.watches = watches;
    this.table = new BucketTable(instance);
  }

  /** Labels since the start whose prediction was no longer there. */
  public long lost() {
    return lost.sum();
  }

  @Override
  public void accept(Handle handle, List<Entry> entries) {
    Batch batch = new Batch(table, references::of, registry::schema);
    Map<Integer, List<Entry>> byVersion = new TreeMap<>();
    Map<Long, Labelled> known = new HashMap<>();
    List<Label> labels = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Answered answered && isWatched(answered.version())) {
        known.put(answered.id(), Labelled.of(answered));
        byVersion.computeIfAbsent(answered.version(), key -> new ArrayList<>()).add(answered);
      } else if (entry instanceof Label label) {
        labels.add(label);
      } else if (entry instanceof Request request) {
        batch.add(request);
      }
    }
    Labels told = new Labels(handle, labels, known);
    labels.forEach(
        label ->
            told.of(label)
                .ifPresent(
                    of ->
                        byVersion
                            .computeIfAbsent(of.version(), key -> new ArrayList<>())
                            .add(label)));
    byVersion.forEach(
        (version, some) ->
            watches.change(handle, version, watch -> fold(version, some, told, watch, batch)));
    batch.store(handle);
  }

  /** A version whose reference cannot be made is stored and served, not watched. */
  private boolean isWatched(int version) {
    return references.find(version).isPresent();
  }

  private void fold(
      int version, List<Entry> entries, Labels told, VersionWatch watch, Batch batch) {
    Schema schema = registry.schema(version).logged();
    ReferenceProfile reference = references.of(version).profile();
    entries.sort(Comparator.comparingLong(Entry::id));
    for (Entry entry : entries) {
      if (entry instanceof Answered answered) {
        PlacedRow watched =
            reference.place(WatchedRow.of(schema, answered.row(), answered.prediction()));
        watch.add(watched, Ids.millis(answered.id()));
        batch.add(answered, watched);
      } else if (entry instanceof Label label) {
        fold(schema, label, told, watch, batch);
      }
    }
  }

  private static void fold(
      Schema schema, Label label, Labels told, VersionWatch watch, Batch batch) {
    OptionalDouble actual = truth(schema, label);
    Optional<Labelled> found = told.of(label);
    if (actual.isEmpty() || found.isEmpty() || told.comesTooLate(label)) {
      return;
    }
    Labelled of = found.get();
    double truth = actual.getAsDouble();
    Optional<Double> before = told.before(label).map(old -> truth(schema, old).orElse(-1));
    long at = Ids.millis(label.id());
    if (before.filter(old -> old == truth).isPresent()) {
      return;
    }
    if (before.isPresent()) {
      watch.addCorrection(at);
    } else if (of.isNumber()) {
      watch.addLabel(truth, of.number(), at);
    } else {
      watch.addLabel((int) truth, of.predicted(), of.probabilities(), at);
    }
    batch.add(label, of, before, truth);
  }

  /** The index of the class, or the number; empty for what the target cannot be. */
  private static OptionalDouble truth(Schema schema, Label label) {
    if (schema.classes().isEmpty()) {
      return OptionalDouble.of(Double.parseDouble(label.text()));
    }
    int actual = schema.classes().indexOf(label.text());
    return actual < 0 ? OptionalDouble.empty() : OptionalDouble.of(actual);
  }

  /** The labels of one batch with what they are held against. */
  private final class Labels {
    private final Map<Long, Labelled> predictions;
    private final Map<Long, List<Label>> histories;
    private final Set<Long> batch = new HashSet<>();

    Labels(Handle handle, List<Label> labels, Map<Long, Labelled> known) {
      labels.forEach(label -> batch.add(label.id()));
      Set<Long> wanted = new HashSet<>();
      labels.forEach(label -> wanted.add(label.prediction()));
      histories = LabelLog.histories(handle, wanted);
      wanted.removeAll(known.keySet());
      predictions = Labelled.find(handle, wanted, registry::schema);
      predictions.putAll(known);
      predictions.values().removeIf(each -> !isWatched(each.version()));
      lost.add(labels.stream().filter(l -> !predictions.containsKey(l.prediction())).count());
    }

    Optional<Labelled> of(Label label) {
      return Optional.ofNullable(predictions.get(label.prediction()));
    }

    /** Whether a label that holds over this one was counted in an earlier batch. */
    boolean comesTooLate(Label label) {
      return histories.getOrDefault(label.prediction(), List.of()).stream()
          .anyMatch(other -> other.id() > label.id() && !batch.contains(other.id()));
    }

    /** The label that held before this one. */
    Optional<Label> before(Label label) {
      return histories.getOrDefault(label.prediction(), List.of()).stream()
          .filter(old -> old.id() < label.id())
          .reduce((first, second) -> second);
    }
  }
}
