package dev.perennial.monitor;

import static dev.perennial.monitor.Check.near;
import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {
  private final double[][] inputs = Iris.inputs();
  private final ReferenceProfile reference =
      ReferenceProfile.of(Iris.columns(), Iris.answered(inputs));
  private final HoldOut holdOut =
      HoldOut.of(new int[] {0, 1}, new int[] {0, 1}, new double[][] {{1, 0, 0}, {0, 1, 0}}, 3);

  private Bucket bucket(double[][] rows, Random random) {
    Bucket bucket = new Bucket(reference, 3);
    for (double[] row : rows) {
      double[] p = {.2, .3, .5};
      bucket.add(reference, reference.place(row));
      bucket.addProbabilities(holdOut, 2, p);
      bucket.addLabel(Optional.empty(), random.nextInt(3), 2, p, random.nextInt(900));
    }
    return bucket;
  }

  private static void same(Bucket one, Bucket other) {
    assertEquals(one.rows(), other.rows());
    for (int i = 0; i < 6; i++) {
      assertArrayEquals(one.column(i).counts(), other.column(i).counts());
      assertEquals(one.column(i).moments().n(), other.column(i).moments().n());
      if (one.column(i).moments().n() > 1) {
        Check.same(one.column(i).moments().mean(), other.column(i).moments().mean());
        Check.same(one.column(i).moments().variance(), other.column(i).moments().variance());
      }
    }
    assertArrayEquals(one.labels().confusion().matrix(), other.labels().confusion().matrix());
    Check.same(one.labels().logLoss(), other.labels().logLoss());
    Check.same(one.estimate().accuracy(), other.estimate().accuracy());
  }

  @Test
  void minutesAddUpToTheSameHourInAnyOrderAndGrouping() {
    for (int round = 0; round < 20; round++) {
      List<Bucket> minutes = new ArrayList<>();
      List<double[]> all = new ArrayList<>();
      Random random = new Random(round);
      Random labels = new Random(99);
      for (int minute = 0; minute < 6; minute++) {
        double[][] rows = new double[1 + random.nextInt(20)][];
        Arrays.setAll(rows, i -> Iris.answered(Iris.draw(inputs, random)));
        minutes.add(bucket(rows, labels));
        all.addAll(List.of(rows));
      }
      Bucket whole = bucket(all.toArray(double[][]::new), new Random(99));
      Collections.shuffle(minutes, random);
      List<Bucket> copies = minutes.stream().map(b -> Bucket.of(b.bytes())).toList();
      Bucket inOrder = new Bucket(reference, 3);
      minutes.forEach(inOrder::merge);
      Bucket nested = copies.get(5);
      for (int i = 4; i >= 0; i--) {
        Bucket next = copies.get(i);
        next.merge(nested);
        nested = next;
      }
      same(whole, inOrder);
      same(whole, nested);
    }
  }

  @Test
  void aBucketIsReadBackAsItWasWritten() {
    Bucket bucket = bucket(Iris.answered(inputs), new Random(1));
    assertArrayEquals(bucket.bytes(), Bucket.of(bucket.bytes()).bytes());
  }

  @Test
  void anEmptyMinuteOfIrisTakesUnderThreeHundredBytesAndAFullOneUnderAThousand() {
    assertTrue(new Bucket(reference, 3).bytes().length < 300);
    int full = bucket(Iris.answered(inputs), new Random(1)).bytes().length;
    assertTrue(full < 1000, full + " bytes");
  }

  @Test
  void latencyQuantilesAreRightToOnePercent() {
    Random random = new Random(2);
    double[] micros = random.doubles(20_000).map(v -> 50 + Math.exp(12 * v)).toArray();
    LogHistogram one = new LogHistogram();
    LogHistogram other = new LogHistogram();
    for (int i = 0; i < micros.length; i++) {
      (i % 3 == 0 ? one : other).add(micros[i]);
    }
    one.merge(other);
    Arrays.sort(micros);
    for (double share : new double[] {.5, .95, .99, 1}) {
      double exact = micros[(int) Math.ceil(share * micros.length) - 1];
      near(exact, one.quantile(share), .01);
    }
  }

  @Test
  void durationsBeyondTheBinsCountAtTheEnds() {
    LogHistogram histogram = new LogHistogram();
    histogram.add(0);
    histogram.add(1e15);
    assertEquals(2, histogram.n());
    near(1, histogram.quantile(.5), .01);
    assertEquals(0, new LogHistogram().quantile(.5));
  }
}
