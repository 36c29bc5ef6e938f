package dev.perennial.training;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.Arff;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.words.Said;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Gathers what a run trains on and is judged on: the reference, and rows of the log that somebody
 * labelled. What the model itself said is never taken for the truth. Safe for use by many threads.
 */
public final class TrainingRows {
  /** A judgement takes one labelled row in so many; the others are learned from. */
  private static final int JUDGED = 5;

  /** Fewer rows teach nothing. */
  public static final int FEWEST = 20;

  private static final int PAGE = 2_000;

  private final ModelRegistry registry;
  private final LabelLog labels;
  private final PredictionLog predictions;
  private final Function<String, Watched> monitor;
  private final RowPolicy policy;
  private final int enough;
  private final Clock clock;

  /**
   * @param monitor what it says of a model's rows
   * @param enough how many rows a judgement needs
   */
  public TrainingRows(
      ModelRegistry registry,
      LabelLog labels,
      PredictionLog predictions,
      Function<String, Watched> monitor,
      RowPolicy policy,
      int enough,
      Clock clock) {
    this.registry = registry;
    this.labels = labels;
    this.predictions = predictions;
    this.monitor = monitor;
    this.policy = policy;
    this.enough = enough;
    this.clock = clock;
  }

  /**
   * The rows for a model's next version.
   *
   * @throws ModelException if the model has no champion, or there are too few rows
   */
  TrainingData gather(String model, RowPolicy.Preset preset) {
    VersionId champion =
        registry.champion(model).orElseThrow(() -> new ModelException(Said.of("said.no-champion")));
    Manifest manifest = registry.manifest(champion.key());
    Reference reference = reference(registry.versions(model).get(0));
    Watched watched = monitor.apply(model);
    Optional<Instant> since = since(watched, preset);
    Gathering gathering = new Gathering(model, watched, reference.structure(), policy.most());
    gathering.run(since);
    List<Example> logged = gathering.oldestFirst();
    int judged = judged(logged, manifest);
    List<Example> train = new ArrayList<>();
    boolean alone = preset != RowPolicy.Preset.ALL && since.isPresent();
    if (!alone) {
      train.addAll(reference.train());
    }
    train.addAll(logged.subList(0, logged.size() - judged));
    if (train.size() < FEWEST) {
      throw new ModelException(Said.of("said.too-few-rows", (long) train.size(), (long) FEWEST));
    }
    return new TrainingData(
        champion,
        manifest,
        reference.structure(),
        train,
        reference.heldOut(),
        logged.subList(logged.size() - judged, logged.size()),
        gathering.leftOut,
        preset == RowPolicy.Preset.SINCE_DRIFT && !alone
            ? Optional.of(Said.of("said.no-drift-confirmed"))
            : Optional.empty());
  }

  /**
   * What a run of this model would find now, for each preset.
   *
   * @throws ModelException if the model has no champion
   */
  public RowChoices choices(String model) {
    VersionId champion =
        registry.champion(model).orElseThrow(() -> new ModelException(Said.of("said.no-champion")));
    Manifest manifest = registry.manifest(champion.key());
    Reference reference = reference(registry.versions(model).get(0));
    Watched watched = monitor.apply(model);
    Gathering gathering = new Gathering(model, watched, reference.structure(), policy.most());
    gathering.run(Optional.empty());
    List<Example> logged = gathering.oldestFirst();
    return new RowChoices(
        Arrays.stream(RowPolicy.Preset.values())
            .map(preset -> choice(preset, since(watched, preset), reference, logged, manifest))
            .toList(),
        policy.preset());
  }

  private RowChoices.Choice choice(
      RowPolicy.Preset preset,
      Optional<Instant> since,
      Reference reference,
      List<Example> logged,
      Manifest champion) {
    Instant from = since.orElse(Instant.MIN).truncatedTo(ChronoUnit.MILLIS);
    List<Example> taken =
        logged.stream().filter(each -> !each.at().orElseThrow().isBefore(from)).toList();
    int old = since.isPresent() ? 0 : reference.train().size();
    int judged = judged(taken, champion);
    boolean isEnough = old + taken.size() - judged >= FEWEST;
    return new RowChoices.Choice(preset, since, old, taken.size(), judged, isEnough);
  }

  /** The newest labelled rows of predictions after this moment, at most so many, oldest first. */
  List<Example> after(String model, Instant moment, int most) {
    Reference reference = reference(registry.versions(model).get(0));
    Gathering gathering = new Gathering(model, monitor.apply(model), reference.structure(), most);
    gathering.run(Optional.of(moment.plusMillis(1)));
    return gathering.oldestFirst();
  }

  private Optional<Instant> since(Watched watched, RowPolicy.Preset preset) {
    return switch (preset) {
      case ALL -> Optional.empty();
      case RECENT -> Optional.of(clock.instant().minus(policy.window()));
      case SINCE_DRIFT -> watched.driftSince();
    };
  }

  public RowPolicy policy() {
    return policy;
  }

  /** How many of the newest rows are judged on: only such as the champion was not trained on. */
  private int judged(List<Example> logged, Manifest champion) {
    Instant boundary = champion.provenance().flatMap(Manifest.Provenance::to).orElse(Instant.MIN);
    int fresh = (int) logged.stream().filter(e -> e.at().orElseThrow().isAfter(boundary)).count();
    int wanted = Math.max(fresh / JUDGED, Math.min(enough, fresh / 2));
    return Math.min(wanted, policy.newest());
  }

  private record Reference(Instances structure, List<Example> train, List<Example> heldOut) {}

  /** Version 1's data, without its hold-out rows and beside them. */
  private Reference reference(VersionId first) {
    Manifest manifest = registry.manifest(first.key());
    Instances all =
        Arff.read(
            new String(registry.data(first), StandardCharsets.UTF_8),
            Optional.of(manifest.target().name()));
    Set<Integer> apart = new HashSet<>(manifest.holdOut().rows());
    List<Example> train = new ArrayList<>();
    List<Example> heldOut = new ArrayList<>();
    for (int i = 0; i < all.numInstances(); i++) {
      Instance row = all.instance(i);
      if (!row.classIsMissing()) {
        (apart.contains(i + 1) ? heldOut : train)
            .add(new Example(row, Example.REFERENCE, Optional.empty()));
      }
    }
    return new Reference(new Instances(all, 0), train, heldOut);
  }

  /**
   * Copies whose weight halves with every half-life of rows that are newer. The reference has no
   * order: it counts as one block, older than the log. With an infinite one all weigh 1.
   */
  static List<Example> weighted(List<Example> oldestFirst, double halfLife) {
    int logged = TrainingData.logged(oldestFirst);
    List<Example> weighted = new ArrayList<>(oldestFirst.size());
    for (int i = 0; i < oldestFirst.size(); i++) {
      Example example = oldestFirst.get(i);
      Instance row = (Instance) example.row().copy();
      int newer = Math.min(logged, oldestFirst.size() - 1 - i);
      row.setWeight(Math.pow(2, -newer / halfLife));
      weighted.add(new Example(row, example.origin(), example.at()));
    }
    return weighted;
  }

  /** One pass over the labels, newest prediction first. */
  private final class Gathering {
    private final Watched watched;
    private final int most;
    private final StoredRows rows;
    private final Map<Integer, VersionId> versions;
    private final List<Example> found = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    Gathering(String model, Watched watched, Instances structure, int most) {
      this.watched = watched;
      this.most = most;
      rows = new StoredRows(structure);
      versions =
          registry.versions(model).stream().collect(Collectors.toMap(VersionId::key, id -> id));
    }

    void run(Optional<Instant> since) {
      long before = Long.MAX_VALUE;
      long first = since.map(Ids::firstAt).orElse(0L);
      while (found.size() < most) {
        List<Entry.Label> page = labels.newest(before, PAGE, policy.anonymous());
        Map<Long, PredictionLog.Logged> logged =
            predictions.find(page.stream().map(Entry.Label::prediction).toList());
        for (Entry.Label label : page) {
          PredictionLog.Logged row = logged.get(label.prediction());
          if (label.prediction() < first || found.size() >= most) {
            return;
          }
          if (row != null && versions.containsKey(row.version())) {
            take(row, label);
          }
        }
        if (page.size() < PAGE) {
          return;
        }
        before = page.get(page.size() - 1).prediction();
      }
    }

    private void take(PredictionLog.Logged row, Entry.Label label) {
      Instant at = Instant.ofEpochMilli(Ids.millis(row.id()));
      if (label.source() == LabelSource.ANONYMOUS && !policy.anonymous()) {
        leftOut.merge(LeftOut.STRANGERS, 1, Integer::sum);
      } else if (watched.isFaulty(at)) {
        leftOut.merge(LeftOut.FAULT, 1, Integer::sum);
      } else if (registry.schema(row.version()).hasPrivate()) {
        leftOut.merge(LeftOut.PRIVATE, 1, Integer::sum);
      } else {
        String origin = label.source().name().toLowerCase(Locale.ROOT);
        rows.read(registry.schema(row.version()), row.inputs(), label.text())
            .ifPresentOrElse(
                instance -> found.add(new Example(instance, origin, Optional.of(at))),
                () -> leftOut.merge(LeftOut.KIND, 1, Integer::sum));
      }
    }

    List<Example> oldestFirst() {
      List<Example> rows = new ArrayList<>(found);
      Collections.reverse(rows);
      return rows;
    }
  }
}
