package dev.perennial.training;

import dev.perennial.model.Arff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Says what keeps a data set from being learned, before anything is tried. Pure functions. */
public final class DataCheck {
  static final int LEAST_ROWS = 20;
  static final int LEAST_OF_A_CLASS = 2;
  private static final int MOST_CLASSES = 1_000;

  /** Weka compresses a longer nominal value into an object that no model file may hold. */
  static final int LONGEST_VALUE = 200;

  private DataCheck() {}

  /**
   * What is wrong, one sentence each with the remedy; empty if the data can be learned.
   *
   * @param rows with the class index set
   */
  public static List<String> faults(Instances rows) {
    List<String> faults = new ArrayList<>();
    long labelled = rows.stream().filter(row -> !row.classIsMissing()).count();
    if (labelled < LEAST_ROWS) {
      faults.add(
          "There are %d rows with a value of the target; at least %d are needed: add rows."
              .formatted(labelled, LEAST_ROWS));
    }
    Attribute target = rows.classAttribute();
    if (target.isNominal()) {
      classes(rows, faults);
    } else if (!target.isNumeric()) {
      faults.add(
          "The target '%s' is text: declare its values, as in {yes,no}, or choose another target."
              .formatted(target.name()));
    } else if (rows.attributeStats(target.index()).distinctCount < 2 && labelled >= LEAST_ROWS) {
      faults.add("The target '%s' has the same value in every row.".formatted(target.name()));
    }
    for (int i = 0; i < rows.numAttributes(); i++) {
      longValue(rows.attribute(i)).ifPresent(faults::add);
      if (i != rows.classIndex() && isNumbersAsText(rows, i)) {
        faults.add(
            "The column '%s' is text, but each of its values is a number: declare it numeric."
                .formatted(rows.attribute(i).name()));
      }
    }
    return faults;
  }

  private static void classes(Instances rows, List<String> faults) {
    Attribute target = rows.classAttribute();
    int[] counts = rows.attributeStats(target.index()).nominalCounts;
    List<String> labels = Arff.labels(target);
    if (labels.size() > MOST_CLASSES) {
      faults.add(
          "The target '%s' has %d classes; at most %d are taken. Is it a number or an identifier?"
              .formatted(target.name(), labels.size(), MOST_CLASSES));
      return;
    }
    int seen = 0;
    for (int k = 0; k < counts.length; k++) {
      seen += counts[k] > 0 ? 1 : 0;
      if (counts[k] > 0 && counts[k] < LEAST_OF_A_CLASS) {
        faults.add(
            "The class '%s' has one row only: add rows of it, or leave it out."
                .formatted(labels.get(k)));
      }
    }
    if (seen < 2) {
      faults.add(
          "The target '%s' has only one class in these rows, so there is nothing to tell apart: add rows of another class."
              .formatted(target.name()));
    }
  }

  private static Optional<String> longValue(Attribute attribute) {
    return attribute.isNominal()
        ? longValue(attribute.name(), Arff.labels(attribute))
        : Optional.empty();
  }

  /** What is wrong with the values of a choice that are too long for Weka. */
  static Optional<String> longValue(String column, List<String> labels) {
    return labels.stream()
        .filter(label -> label.length() > LONGEST_VALUE)
        .findFirst()
        .map(
            label ->
                "The column '%s' has a value of %,d characters, \"%s…\"; a choice has at most %d: shorten it, or take the column as text."
                    .formatted(column, label.length(), label.substring(0, 30), LONGEST_VALUE));
  }

  private static boolean isNumbersAsText(Instances rows, int index) {
    if (!rows.attribute(index).isString()) {
      return false;
    }
    int values = 0;
    for (Instance row : rows) {
      if (!row.isMissing(index)) {
        values++;
        if (!row.stringValue(index).strip().matches("[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?")) {
          return false;
        }
      }
    }
    return values > 0;
  }
}
