package dev.perennial.training;

import dev.perennial.model.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The rows to train on and the rows kept apart.
 *
 * @param train in file order
 * @param heldOut in file order
 * @param rows the numbers of the held-out rows, the first row of the file being 1
 */
public record HoldOutSplit(Instances train, Instances heldOut, List<Integer> rows) {
  static final String RULE =
      "every fifth row after a shuffle within each class; rows without a class are left out";

  private static final int EVERY = 5;

  public HoldOutSplit {
    rows = List.copyOf(rows);
  }

  /** Splits as {@link #RULE} says; a numeric class counts as one class. */
  public static HoldOutSplit of(Instances data, int seed) {
    int classes = Math.max(1, data.numClasses());
    List<List<Integer>> byClass = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      byClass.add(new ArrayList<>());
    }
    for (int i = 0; i < data.numInstances(); i++) {
      Instance row = data.instance(i);
      if (!row.classIsMissing()) {
        byClass.get(data.classAttribute().isNominal() ? (int) row.classValue() : 0).add(i);
      }
    }
    return split(data, held(byClass, new Random(seed)), byClass);
  }

  private static List<Integer> held(List<List<Integer>> byClass, Random random) {
    List<Integer> held = new ArrayList<>();
    int dealt = 0;
    for (List<Integer> rows : byClass) {
      List<Integer> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, random);
      for (int row : shuffled) {
        dealt++;
        if (dealt % EVERY == 0) {
          held.add(row);
        }
      }
    }
    Collections.sort(held);
    return held;
  }

  private static HoldOutSplit split(
      Instances data, List<Integer> held, List<List<Integer>> byClass) {
    List<Integer> labelled = new ArrayList<>();
    byClass.forEach(labelled::addAll);
    Collections.sort(labelled);
    Instances train = new Instances(data, 0);
    Instances heldOut = new Instances(data, 0);
    for (int row : labelled) {
      boolean apart = Collections.binarySearch(held, row) >= 0;
      (apart ? heldOut : train).add(data.instance(row));
    }
    return new HoldOutSplit(train, heldOut, held.stream().map(row -> row + 1).toList());
  }

  Manifest.HoldOut facts(int seed) {
    return new Manifest.HoldOut(RULE, seed, rows);
  }
}
