package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import moa.classifiers.core.driftdetection.ADWIN;
import moa.classifiers.core.driftdetection.DDM;
import moa.classifiers.core.driftdetection.PageHinkleyDM;
import org.junit.jupiter.api.Test;

/** Our detectors beside MOA's, value by value. */
class DetectorsTest {
  /** Wrong answers whose rate jumps up and down every few thousand. */
  private static boolean wrong(Random random, int at) {
    double[] rates = {.1, .1, .3, .15, .5, .05};
    return random.nextDouble() < rates[at / 2500 % rates.length];
  }

  @Test
  void adwinKeepsTheSameWindowAsMoas() {
    for (double delta : new double[] {.002, .05}) {
      ADWIN oracle = new ADWIN(delta);
      Adwin ours = new Adwin(delta);
      Random random = new Random(51);
      int cuts = 0;
      for (int i = 0; i < 30_000; i++) {
        double value = wrong(random, i) ? 1 : 0;
        boolean cut = ours.add(value) != 0;
        assertEquals(oracle.setInput(value), cut, "value " + i);
        assertEquals(oracle.getWidth(), ours.width(), "value " + i);
        same(oracle.getEstimation(), ours.mean());
        cuts += cut ? 1 : 0;
      }
      assertTrue(cuts > 10, cuts + " cuts");
    }
  }

  @Test
  void adwinTellsARiseFromAFall() {
    Adwin adwin = new Adwin(.002);
    Random random = new Random(52);
    double first = 0;
    double then = 0;
    for (int i = 0; i < 2000; i++) {
      first += adwin.add(random.nextDouble() < (i < 1000 ? .1 : .5) ? 1 : 0);
    }
    for (int i = 0; i < 1000; i++) {
      then += adwin.add(random.nextDouble() < .05 ? 1 : 0);
    }
    assertTrue(first > 0 && then < 0, first + " then " + then);
  }

  @Test
  void pageHinkleySignalsWhereMoasDoes() {
    PageHinkleyDM oracle = new PageHinkleyDM();
    oracle.resetLearning();
    PageHinkley ours = new PageHinkley();
    Random random = new Random(53);
    int changes = 0;
    for (int i = 0; i < 60_000; i++) {
      boolean wrong = wrong(random, i);
      oracle.input(wrong ? 1 : 0);
      boolean change = ours.add(wrong ? 1 : 0);
      assertEquals(oracle.getChange(), change, "value " + i);
      changes += change ? 1 : 0;
    }
    assertTrue(changes > 3, changes + " changes");
  }

  @Test
  void ddmWarnsAndSignalsWhereMoasDoes() {
    DDM oracle = new DDM();
    oracle.resetLearning();
    Ddm ours = new Ddm();
    Random random = new Random(54);
    int warnings = 0;
    int changes = 0;
    for (int i = 0; i < 60_000; i++) {
      boolean wrong = wrong(random, i);
      oracle.input(wrong ? 1 : 0);
      Ddm.Level level = ours.add(wrong);
      assertEquals(oracle.getChange(), level == Ddm.Level.CHANGE, "value " + i);
      assertEquals(oracle.getWarningZone(), level == Ddm.Level.WARNING, "value " + i);
      warnings += level == Ddm.Level.WARNING ? 1 : 0;
      changes += level == Ddm.Level.CHANGE ? 1 : 0;
    }
    assertTrue(warnings > 20 && changes > 3, warnings + " and " + changes);
  }

  private static ConceptWatch fed(ConceptWatch watch, Random random, int labels, double wrong) {
    for (int i = 0; i < labels; i++) {
      int actual = random.nextInt(3);
      watch.add(actual, random.nextDouble() < wrong ? (actual + 1) % 3 : actual);
    }
    return watch;
  }

  private static ConceptWatch watch() {
    return new ConceptWatch(List.of("a", "b", "c"), .1);
  }

  @Test
  void anIncidentOpensNamesTheErrorAndClosesWhenItIsOver() {
    Random random = new Random(55);
    ConceptWatch watch = fed(watch(), random, 3000, .1);
    assertEquals(Status.STEADY, watch.verdict().status());
    fed(watch, random, 1000, .6);
    assertEquals(Status.DRIFTED, watch.verdict().status());
    assertTrue(
        watch.verdict().reason().english().contains(" is called "),
        watch.verdict().reason().english());
    fed(watch, random, 671 + 672, .1);
    assertEquals(Status.DRIFTED, watch.verdict().status());
    fed(watch, random, 3 * 672, .1);
    assertEquals(Status.STEADY, watch.verdict().status());
  }

  @Test
  void errorsThatSwapTheirKindAreFoundAtTheSameErrorRate() {
    Random random = new Random(56);
    ConceptWatch watch = fed(watch(), random, 5000, .15);
    for (int i = 0; i < 2000; i++) {
      int actual = random.nextInt(3);
      watch.add(actual, random.nextDouble() < .15 ? (actual + 2) % 3 : actual);
    }
    assertEquals(Status.DRIFTED, watch.verdict().status());
  }

  @Test
  void manyClassesAreWatchedByTrueClass() {
    List<String> names = java.util.stream.IntStream.range(0, 40).mapToObj(i -> "k" + i).toList();
    ConceptWatch watch = new ConceptWatch(names, .05);
    Random random = new Random(57);
    for (int i = 0; i < 12_000; i++) {
      int actual = random.nextInt(40);
      boolean wrong = random.nextDouble() < (i > 8000 && actual == 7 ? .95 : .05);
      watch.add(actual, wrong ? (actual + 1) % 40 : actual);
    }
    assertTrue(
        watch.verdict().reason().english().startsWith("k7 is answered wrongly more often"),
        watch.verdict().reason().english());
  }

  @Test
  void fewLabelsAreNotEnoughData() {
    ConceptWatch watch = fed(watch(), new Random(58), 199, .1);
    assertEquals(Status.NOT_ENOUGH_DATA, watch.verdict().status());
    assertEquals("199 labels: at least 200 are needed", watch.verdict().reason().english());
  }

  @Test
  void aRestartAtAnyLabelChangesNoVerdict() {
    Random random = new Random(59);
    ConceptWatch whole = watch();
    ConceptWatch restarted = watch();
    for (int i = 0; i < 6000; i++) {
      int actual = random.nextInt(3);
      int predicted = random.nextDouble() < (i < 3000 ? .1 : .4) ? (actual + 1) % 3 : actual;
      assertEquals(whole.add(actual, predicted), restarted.add(actual, predicted));
      if (i % 101 == 0) {
        restarted = ConceptWatch.of(restarted.bytes());
      }
    }
    assertArrayEquals(whole.bytes(), restarted.bytes());
    assertEquals(whole.verdict(), restarted.verdict());
    assertFalse(whole.verdict().changes().isEmpty());
    assertTrue(whole.bytes().length < 12_000, whole.bytes().length + " bytes");
  }
}
