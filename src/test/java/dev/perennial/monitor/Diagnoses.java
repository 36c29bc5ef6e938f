package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Diagnoses of all kinds; verdicts on columns say nothing but names. */
public final class Diagnoses {
  /** The words that stand for verdicts and inputs. */
  public static final List<String> NAMES = List.of("petal", "length", "verdict");

  private static final Said VERDICT = Said.of("said.constant", "petal_length", 200L);

  private Diagnoses() {}

  public static List<Diagnosis> all() {
    List<Diagnosis> all = new ArrayList<>();
    for (Status input : Status.values()) {
      for (Status answer : List.of(Status.STEADY, Status.DRIFTED)) {
        for (Status labelled : List.of(Status.STEADY, Status.DRIFTED, Status.NOT_ENOUGH_DATA)) {
          for (Yardstick yardstick : Yardstick.values()) {
            for (int inputs : List.of(0, 1, 5)) {
              all.add(of(input, answer, labelled, yardstick, inputs, 1));
            }
            all.add(of(input, answer, labelled, yardstick, 1, 99));
          }
        }
      }
    }
    return all;
  }

  private static Diagnosis of(
      Status input, Status answer, Status labelled, Yardstick yardstick, int inputs, long days) {
    List<FeatureVerdict> columns = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      columns.add(column(Column.Role.FEATURE, input));
    }
    if (inputs > 0) {
      columns.add(column(Column.Role.PREDICTION, answer));
    }
    Duration none = Duration.ZERO;
    return new Findings(
            columns,
            new JointVerdict(input, "", 1, 1, 900, VERDICT),
            performance(yardstick, labelled),
            new ConceptVerdict(Status.STEADY, 900, List.of(), 900, .1, VERDICT),
            Staleness.of(Duration.ofDays(days), Duration.ofDays(30), none, none, none, inputs),
            labelled == Status.STEADY ? Double.NaN : .91,
            inputs * 100L)
        .diagnose();
  }

  /** Judged from labels that give this status. */
  private static PerformanceVerdict performance(Yardstick yardstick, Status status) {
    if (status == Status.NOT_ENOUGH_DATA) {
      return PerformanceVerdict.notEnoughData(
          yardstick, 0, .9, new PerformanceWatch(500, 480).verdict().reason());
    }
    boolean fell = status == Status.DRIFTED;
    return yardstick == Yardstick.ACCURACY
        ? yardstick.compare(Sample.of(600, fell ? 300 : 570), Sample.of(500, 480), 2)
        : yardstick.compare(
            fell ? new Sample(600, 600, 640, 0) : new Sample(600, 121, 40, 0),
            new Sample(500, 100, 35, 0),
            2);
  }

  private static FeatureVerdict column(Column.Role role, Status status) {
    Column column = new Column("petal_length", role, List.of(), 0);
    return new FeatureVerdict(
        column,
        status,
        false,
        200,
        1,
        1,
        1,
        1,
        0,
        0,
        0,
        Optional.empty(),
        1,
        Optional.empty(),
        VERDICT);
  }
}
