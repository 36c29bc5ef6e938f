package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perennial.model.Weka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.Logistic;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Concept drift and the estimate without labels on SEA: our own stream, and the shared file. */
@Tag("suite")
class SeaIT {
  private static final int[] CHANGES = {12_500, 25_000, 37_500};
  private static final int[] WITHIN = {1_500, 800, 800};

  /** One labelled row: the inputs, the true class, the class given and its probabilities. */
  private record Answer(double[] inputs, int actual, double[] probabilities) {
    int predicted() {
      return Sea.predicted(probabilities);
    }

    double[] row() {
      int given = predicted();
      return new double[] {inputs[0], inputs[1], inputs[2], given, probabilities[given]};
    }
  }

  private static List<Answer> generated(long seed) {
    Random random = new Random(seed);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      double[] inputs = Sea.inputs(random);
      int label = Sea.label(inputs, Sea.THRESHOLDS[i / 12_500], random);
      answers.add(new Answer(inputs, label, Sea.probabilities(inputs)));
    }
    return answers;
  }

  private static ReferenceProfile reference(List<Answer> answers) {
    List<Column> columns =
        List.of(
            Column.number("x1"),
            Column.number("x2"),
            Column.number("x3"),
            new Column("prediction", Column.Role.PREDICTION, List.of("b", "a"), 0),
            new Column("confidence", Column.Role.CONFIDENCE, List.of(), 0));
    return ReferenceProfile.of(columns, answers.stream().map(Answer::row).toArray(double[][]::new));
  }

  private static double error(List<Answer> answers) {
    return answers.stream().filter(a -> a.actual() != a.predicted()).count()
        / (double) answers.size();
  }

  /** The delays of the three changes in labels, -1 where missed; fails on a false incident. */
  private static int[] delays(List<Answer> answers, boolean[] inputsMoved) {
    ConceptWatch watch = new ConceptWatch(List.of("b", "a"), error(answers.subList(8_000, 10_000)));
    DriftWatch inputs =
        new DriftWatch(reference(answers.subList(0, 10_000)), DriftThresholds.standard());
    int[] delays = {-1, -1, -1};
    for (int i = 10_000; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      inputs.add(answer.row(), i);
      for (int c = 0; c < 3 && i % 100 == 0; c++) {
        inputsMoved[0] |= inputs.verdicts().get(c).status() == Status.DRIFTED;
      }
      if (watch.add(answer.actual(), answer.predicted())) {
        assertTrue(i >= CHANGES[0], "a false incident at row " + i);
        int last = (int) Arrays.stream(CHANGES).filter(afterOrAt(i)).count();
        if (delays[last - 1] < 0) {
          delays[last - 1] = i - CHANGES[last - 1];
        }
      }
    }
    inputsMoved[0] |= inputs.joint().status() == Status.DRIFTED;
    return delays;
  }

  private static IntPredicate afterOrAt(int row) {
    return change -> change <= row;
  }

  @Test
  void everyChangeOfOurOwnStreamIsFoundInTime() {
    int[][] all = new int[3][20];
    for (int seed = 0; seed < 20; seed++) {
      boolean[] moved = new boolean[1];
      int[] delays = delays(generated(seed), moved);
      for (int c = 0; c < 3; c++) {
        all[c][seed] = delays[c];
        assertTrue(
            delays[c] >= 0 && delays[c] <= WITHIN[c], "seed " + seed + Arrays.toString(delays));
      }
      assertTrue(!moved[0], "inputs moved with seed " + seed);
    }
    for (int[] delays : all) {
      Arrays.sort(delays);
      System.out.println("SEA, own: median delay " + delays[10] + ", longest " + delays[19]);
    }
  }

  @Test
  void noIncidentOpensInHalfAMillionLabelsWithoutAChange() {
    Random random = new Random(77);
    ConceptWatch watch = new ConceptWatch(List.of("b", "a"), .1);
    int found = 0;
    for (int i = 0; i < 500_000; i++) {
      double[] inputs = Sea.inputs(random);
      found +=
          watch.add(Sea.label(inputs, 8, random), Sea.predicted(Sea.probabilities(inputs))) ? 1 : 0;
    }
    System.out.println("SEA without change: " + found + " incidents in 500,000 labels");
    assertTrue(found == 0, found + " incidents");
  }

  @Test
  void everyChangeOfTheSharedStreamIsFoundInTime(@TempDir Path home) throws Exception {
    Weka.prepare(home);
    Path file = Path.of(System.getProperty("perennial.shared", "../shared/data"), "sea.csv");
    assumeTrue(Files.exists(file), "skipped: " + file + " is not here");
    List<Answer> answers = answered(file);
    boolean[] moved = new boolean[1];
    int[] delays = delays(answers, moved);
    System.out.println("sea.csv: delays " + Arrays.toString(delays) + ", inputs moved " + moved[0]);
    for (int c = 0; c < 3; c++) {
      assertTrue(delays[c] >= 0 && delays[c] <= WITHIN[c], Arrays.toString(delays));
    }
    assertTrue(!moved[0], "the inputs were not steady");
  }

  /** The file's rows, answered by a logistic curve that learned the first 8,000. */
  private static List<Answer> answered(Path file) throws Exception {
    List<String> lines = read(file);
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (String name : List.of("x1", "x2", "x3")) {
      attributes.add(new Attribute(name));
    }
    attributes.add(new Attribute("class", List.of("b", "a")));
    Instances data = new Instances("sea", attributes, lines.size());
    data.setClassIndex(3);
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      double[] row = new double[4];
      for (int i = 0; i < 3; i++) {
        row[i] = Double.parseDouble(cells[i]);
      }
      row[3] = cells[3].equals("a") ? 1 : 0;
      data.add(new DenseInstance(1, row));
    }
    Logistic model = new Logistic();
    model.buildClassifier(new Instances(data, 0, 8_000));
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      double[] row = data.get(i).toDoubleArray();
      answers.add(
          new Answer(
              Arrays.copyOf(row, 3), (int) row[3], model.distributionForInstance(data.get(i))));
    }
    return answers;
  }

  private static List<String> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  /** Whether an estimate on fresh rows lies in its band around the realised accuracy. */
  private static boolean inBand(long seed, int holdOutRows, int liveRows) {
    Random random = new Random(seed);
    int[] actual = new int[holdOutRows];
    int[] given = new int[holdOutRows];
    double[][] probabilities = new double[holdOutRows][];
    for (int i = 0; i < holdOutRows; i++) {
      double[] inputs = Sea.inputs(random);
      actual[i] = Sea.label(inputs, 8, random);
      probabilities[i] = Sea.probabilities(inputs);
      given[i] = Sea.predicted(probabilities[i]);
    }
    HoldOut holdOut = HoldOut.of(actual, given, probabilities, 2);
    EstimateSums estimate = new EstimateSums(2);
    int right = 0;
    for (int i = 0; i < liveRows; i++) {
      double[] inputs = Sea.inputs(random);
      double[] p = Sea.probabilities(inputs);
      estimate.add(Sea.predicted(p), holdOut.calibrators().apply(p));
      right += Sea.label(inputs, 8, random) == Sea.predicted(p) ? 1 : 0;
    }
    return estimate.band(holdOutRows).contains((double) right / liveRows);
  }

  @Test
  void theEstimateWithoutLabelsLiesInItsBandInNineRunsOfTen() {
    for (int holdOutRows : new int[] {150, 500, 2000}) {
      for (int liveRows : new int[] {200, 2000}) {
        int inside = 0;
        for (int seed = 0; seed < 100; seed++) {
          inside += inBand(1000L * holdOutRows + seed, holdOutRows, liveRows) ? 1 : 0;
        }
        System.out.println(
            "CBPE, hold-out " + holdOutRows + ", live " + liveRows + ": " + inside + " in band");
        assertTrue(inside >= 90, inside + " of 100 in band");
      }
    }
  }

  @Test
  void underFlippedLabelsTheTrackRecordSaysThatTheEstimateCannotBeTrusted() {
    int distrusted = 0;
    int falselyDistrusted = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      HoldOut holdOut = holdOut(random);
      TrackRecord record = new TrackRecord(500);
      for (int i = 0; i < 4000; i++) {
        feed(record, holdOut, random, 0);
        falselyDistrusted += i == 3999 && !record.trusted() ? 1 : 0;
      }
      for (int i = 0; i < 1000; i++) {
        feed(record, holdOut, random, .3);
      }
      distrusted += record.trusted() ? 0 : 1;
    }
    System.out.println(
        "CBPE track record: distrusted "
            + distrusted
            + " of 100 under flips, "
            + falselyDistrusted
            + " without");
    assertTrue(distrusted >= 99 && falselyDistrusted <= 3, distrusted + ", " + falselyDistrusted);
  }

  private static HoldOut holdOut(Random random) {
    int[] actual = new int[500];
    int[] given = new int[500];
    double[][] probabilities = new double[500][];
    for (int i = 0; i < 500; i++) {
      double[] inputs = Sea.inputs(random);
      actual[i] = Sea.label(inputs, 8, random);
      probabilities[i] = Sea.probabilities(inputs);
      given[i] = Sea.predicted(probabilities[i]);
    }
    return HoldOut.of(actual, given, probabilities, 2);
  }

  private static void feed(TrackRecord record, HoldOut holdOut, Random random, double flipped) {
    double[] inputs = Sea.inputs(random);
    double[] p = Sea.probabilities(inputs);
    int given = Sea.predicted(p);
    int label = Sea.label(inputs, 8, random);
    int seen = random.nextDouble() < flipped ? 1 - label : label;
    record.add(holdOut.calibrators().apply(p)[given], seen == given);
  }
}
