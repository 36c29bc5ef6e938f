package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.words.Said;
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
  public static List<Said> faults(Instances rows) {
    List<Said> faults = new ArrayList<>();
    long labelled = rows.stream().filter(row -> !row.classIsMissing()).count();
    if (labelled < LEAST_ROWS) {
      faults.add(Said.of("said.few-rows-with-the-target", labelled, (long) LEAST_ROWS));
    }
    Attribute target = rows.classAttribute();
    if (target.isNominal()) {
      classes(rows, faults);
    } else if (!target.isNumeric()) {
      faults.add(Said.of("said.target-is-text", target.name(), "{yes,no}"));
    } else if (rows.attributeStats(target.index()).distinctCount < 2 && labelled >= LEAST_ROWS) {
      faults.add(Said.of("said.target-is-constant", target.name()));
    }
    for (int i = 0; i < rows.numAttributes(); i++) {
      longValue(rows.attribute(i)).ifPresent(faults::add);
      if (i != rows.classIndex() && isNumbersAsText(rows, i)) {
        faults.add(Said.of("said.numbers-as-text", rows.attribute(i).name()));
      }
    }
    return faults;
  }

  private static void classes(Instances rows, List<Said> faults) {
    Attribute target = rows.classAttribute();
    int[] counts = rows.attributeStats(target.index()).nominalCounts;
    List<String> labels = Arff.labels(target);
    if (labels.size() > MOST_CLASSES) {
      faults.add(
          Said.of(
              "said.too-many-classes", target.name(), (long) labels.size(), (long) MOST_CLASSES));
      return;
    }
    int seen = 0;
    for (int k = 0; k < counts.length; k++) {
      seen += counts[k] > 0 ? 1 : 0;
      if (counts[k] > 0 && counts[k] < LEAST_OF_A_CLASS) {
        faults.add(Said.of("said.class-of-one-row", labels.get(k)));
      }
    }
    if (seen < 2) {
      faults.add(Said.of("said.one-class", target.name()));
    }
  }

  private static Optional<Said> longValue(Attribute attribute) {
    return attribute.isNominal()
        ? longValue(attribute.name(), Arff.labels(attribute))
        : Optional.empty();
  }

  /** What is wrong with the values of a choice that are too long for Weka. */
  static Optional<Said> longValue(String column, List<String> labels) {
    return labels.stream()
        .filter(label -> label.length() > LONGEST_VALUE)
        .findFirst()
        .map(
            label ->
                Said.of(
                    "said.long-value",
                    column,
                    (long) label.length(),
                    label.substring(0, 30),
                    (long) LONGEST_VALUE));
  }

  /** All of them, one after the other. */
  static Said together(List<Said> faults) {
    return faults.stream()
        .reduce((one, other) -> Said.of("said.sentences", one, other))
        .orElseThrow();
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
