package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.words.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Staleness FRESH = staleness(3);

  private static Staleness staleness(long days) {
    Duration none = Duration.ZERO;
    return Staleness.of(Duration.ofDays(days), Duration.ofDays(30), none, none, none, 12);
  }

  private static FeatureVerdict column(Column.Role role, Status status) {
    return new FeatureVerdict(
        new Column("petal_length", role, List.of(), 0),
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
        Said.of("said.too-large", "petal_length", 10L));
  }

  private static PerformanceVerdict performance(Status status) {
    return new PerformanceVerdict(
        status,
        .7,
        new Interval(.6, .8),
        600,
        .9,
        -.1,
        -.03,
        Said.verbatim("accuracy fell to 70 %"),
        Yardstick.ACCURACY);
  }

  private static ConceptVerdict concept(Status status) {
    return new ConceptVerdict(
        status, 900, List.of(), 900, .1, Said.verbatim("a is called b more often"));
  }

  private static Diagnosis diagnose(
      Status input, Status answer, Status performance, Status concept, Staleness staleness) {
    return new Findings(
            List.of(column(Column.Role.FEATURE, input), column(Column.Role.PREDICTION, answer)),
            JointVerdict.notEnoughData(Said.verbatim("few rows")),
            performance(performance),
            concept(concept),
            staleness,
            .91,
            PerformanceWatch.WINDOW)
        .diagnose();
  }

  private static Code code(Status input, Status performance) {
    return diagnose(input, Status.STEADY, performance, Status.STEADY, FRESH).code();
  }

  @Test
  void eachPictureHasItsDiagnosis() {
    assertEquals(Code.DATA_FAULT, code(Status.FAULT, Status.STEADY));
    assertEquals(Code.HARMFUL_SHIFT, code(Status.DRIFTED, Status.DRIFTED));
    assertEquals(Code.CONCEPT_DRIFT, code(Status.STEADY, Status.DRIFTED));
    assertEquals(Code.INPUTS_MOVED, code(Status.DRIFTED, Status.NOT_ENOUGH_DATA));
    assertEquals(Code.HARMLESS_SHIFT, code(Status.DRIFTED, Status.STEADY));
    assertEquals(Code.HEALTHY, code(Status.STEADY, Status.STEADY));
    assertEquals(Code.HEALTHY, code(Status.STEADY, Status.NOT_ENOUGH_DATA));
    assertEquals(
        Code.PRIOR_SHIFT,
        diagnose(Status.STEADY, Status.DRIFTED, Status.STEADY, Status.STEADY, FRESH).code());
    assertEquals(
        Code.NOT_ENOUGH_DATA,
        diagnose(
                Status.NOT_ENOUGH_DATA,
                Status.NOT_ENOUGH_DATA,
                Status.NOT_ENOUGH_DATA,
                Status.NOT_ENOUGH_DATA,
                FRESH)
            .code());
    assertEquals(
        Code.STALE,
        diagnose(Status.STEADY, Status.STEADY, Status.STEADY, Status.STEADY, staleness(31)).code());
  }

  @Test
  void labelsOfRowsFromBeforeAMoveDoNotTellThatItIsHarmless() {
    Diagnosis diagnosis =
        new Findings(
                List.of(column(Column.Role.FEATURE, Status.DRIFTED)),
                JointVerdict.notEnoughData(Said.verbatim("few rows")),
                performance(Status.STEADY),
                concept(Status.STEADY),
                FRESH,
                .91,
                PerformanceWatch.WINDOW - 1)
            .diagnose();
    assertEquals(Code.INPUTS_MOVED, diagnosis.code());
  }

  @Test
  void swappedErrorsAloneAreAConceptDrift() {
    Diagnosis diagnosis =
        diagnose(Status.STEADY, Status.STEADY, Status.STEADY, Status.DRIFTED, FRESH);
    assertEquals(Code.CONCEPT_DRIFT, diagnosis.code());
    assertTrue(
        diagnosis.sentence().english().contains("a is called b"), diagnosis.sentence().english());
  }

  @Test
  void whatElseHoldsIsToldInItsOrder() {
    Diagnosis diagnosis =
        diagnose(Status.FAULT, Status.STEADY, Status.DRIFTED, Status.STEADY, staleness(31));
    assertEquals(Code.DATA_FAULT, diagnosis.code());
    assertEquals(List.of(Code.CONCEPT_DRIFT, Code.STALE), diagnosis.also());
    assertEquals(Said.of("said.too-large", "petal_length", 10L), diagnosis.sentence());
  }

  @Test
  void inputsThatMovedWithoutLabelsAreToldWithTheEstimate() {
    Diagnosis diagnosis =
        diagnose(Status.DRIFTED, Status.STEADY, Status.NOT_ENOUGH_DATA, Status.STEADY, FRESH);
    assertEquals(
        "Inputs moved (petal_length) and too few labels tell what that does; the estimate without labels is"
            + " an accuracy of 91 %",
        diagnosis.sentence().english());
    assertEquals("Get labels for recent rows.", diagnosis.action().english());
  }

  @Test
  void labelsAreNotAskedForWhereThereIsNothingToCompareThemWith() {
    for (Status input : List.of(Status.STEADY, Status.DRIFTED)) {
      Diagnosis diagnosis =
          new Findings(
                  List.of(column(Column.Role.FEATURE, input)),
                  JointVerdict.notEnoughData(Said.verbatim("few rows")),
                  PerformanceVerdict.notEnoughData(
                      Yardstick.ACCURACY, 600, 0, Said.of("said.no-hold-out")),
                  concept(Status.STEADY),
                  FRESH,
                  .91,
                  PerformanceWatch.WINDOW)
              .diagnose();
      String action = diagnosis.action().english();
      assertTrue(action.startsWith("Retrain in Perennial or bring"), action);
    }
  }
}
