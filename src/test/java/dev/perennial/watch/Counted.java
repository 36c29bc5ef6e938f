package dev.perennial.watch;

import dev.perennial.model.VersionId;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.ConceptWatch;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.DriftWatch;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.PerformanceWatch;
import dev.perennial.monitor.ReferenceProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The real statistics over rows of iris, kept in memory: what a version has seen. */
final class Counted {
  static final List<String> CLASSES = List.of("setosa", "versicolor", "virginica");

  private static final List<Column> COLUMNS =
      List.of(
          Column.number("sepal_length"),
          Column.number("sepal_width"),
          Column.number("petal_length"),
          Column.number("petal_width"),
          new Column("prediction", Column.Role.PREDICTION, CLASSES, 0),
          new Column("confidence", Column.Role.CONFIDENCE, List.of(), 0));

  final VersionId id;
  private final Instant since;
  private final double[][] rows;
  private final ReferenceProfile profile;
  private final Optional<HoldOut> holdOut;
  private final DriftWatch drift;
  private final PerformanceWatch performance;
  private final ConceptWatch concept;
  private final Bucket bucket;
  private long labelled;

  Counted(VersionId id, Instant since, boolean hasHoldOut) {
    this.id = id;
    this.since = since;
    this.rows = iris();
    this.profile = ReferenceProfile.of(COLUMNS, rows);
    this.holdOut = hasHoldOut ? Optional.of(heldOut()) : Optional.empty();
    this.drift = new DriftWatch(profile, DriftThresholds.standard());
    this.performance =
        new PerformanceWatch(
            holdOut.map(HoldOut::n).orElse(0L), holdOut.map(HoldOut::correct).orElse(0L));
    this.concept = new ConceptWatch(CLASSES, holdOut.map(h -> 1 - h.accuracy()).orElse(.05));
    this.bucket = new Bucket(profile, CLASSES.size());
  }

  /** Each row with an answer that is right but for one in twenty, and how sure it was. */
  private static double[][] iris() {
    Random random = new Random(3);
    try {
      return Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
          .filter(line -> line.matches("\\d.*"))
          .map(line -> row(line.split(","), random))
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] row(String[] fields, Random random) {
    int label = CLASSES.indexOf(fields[4].replace("Iris-", ""));
    double[] row = new double[6];
    for (int i = 0; i < 4; i++) {
      row[i] = Double.parseDouble(fields[i]);
    }
    row[4] = random.nextInt(20) == 0 ? (label + 1) % 3 : label;
    row[5] = .8 + .2 * random.nextDouble();
    return row;
  }

  private static HoldOut heldOut() {
    Random random = new Random(4);
    int[] actual = new int[300];
    int[] given = new int[300];
    double[][] probabilities = new double[300][];
    for (int i = 0; i < 300; i++) {
      given[i] = i % 3;
      actual[i] = random.nextInt(20) == 0 ? (i + 1) % 3 : i % 3;
      probabilities[i] = probabilities(given[i]);
    }
    return HoldOut.of(actual, given, probabilities, 3);
  }

  private static double[] probabilities(int given) {
    double[] p = {.025, .025, .025};
    p[given] = .95;
    return p;
  }

  /** Answers so many rows drawn from the reference, one input moved by so many units. */
  void answer(int n, int input, double moved, Random random, Instant at) {
    for (int i = 0; i < n; i++) {
      double[] row = rows[random.nextInt(rows.length)].clone();
      row[input] += moved;
      drift.add(row, at.toEpochMilli() + i);
      bucket.add(profile, profile.place(row));
      holdOut.ifPresent(h -> bucket.addProbabilities(h, (int) row[4], probabilities((int) row[4])));
    }
  }

  /** Labels so many answers, this share of them wrong. */
  void label(int n, double wrong, Random random) {
    for (int i = 0; i < n; i++) {
      int given = random.nextInt(3);
      int actual = random.nextDouble() < wrong ? (given + 1) % 3 : given;
      performance.add(actual == given);
      concept.add(actual, given);
      bucket.addLabel(Optional.empty(), actual, given, probabilities(given), 60);
      labelled++;
    }
  }

  Standing standing(Instant now) {
    drift.tick(now.toEpochMilli());
    return new Standing(
        id,
        CLASSES,
        profile,
        holdOut,
        Optional.empty(),
        since,
        since,
        since,
        drift.windowsClosed(),
        drift.verdicts(),
        drift.joint(),
        performance.verdict(),
        concept.verdict(),
        new Standing.Track(true, 0, 0),
        Optional.empty(),
        Optional.empty(),
        labelled);
  }

  List<Ledger.Part<Bucket>> parts(Instant from, Instant to, Duration step) {
    return bucket.rows() > 0 && to.isAfter(from) && !step.isZero()
        ? List.of(new Ledger.Part<>(from, bucket))
        : List.of();
  }
}
