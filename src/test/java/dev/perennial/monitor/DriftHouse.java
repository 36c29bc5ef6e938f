package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows of two numbers, watched, with a check that every figure is finite. */
abstract class DriftHouse {

  static final Column X = Column.number("x");
  static final Column Y = Column.number("y");
  final Random random = new Random(11);

  static double[][] rows(int n, Supplier<double[]> row) {
    return Stream.generate(row).limit(n).toArray(double[][]::new);
  }

  double[] normal() {
    return new double[] {random.nextGaussian(), random.nextGaussian()};
  }

  static DriftWatch watch(ReferenceProfile reference, double[][] live) {
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    for (double[] row : live) {
      watch.add(row, 0);
    }
    watch.verdicts().forEach(DriftHouse::holdsOnlyFiniteNumbers);
    return watch;
  }

  static void holdsOnlyFiniteNumbers(FeatureVerdict v) {
    double[] all = {v.meanLive(), v.sdLive(), v.missingRate(), v.unseenRate(), v.q()};
    assertTrue(Arrays.stream(all).allMatch(Double::isFinite), v.toString());
    v.figures()
        .ifPresent(
            f ->
                assertTrue(
                    Stream.of(
                            f.psi(),
                            f.psiCorrected(),
                            f.nullBound(),
                            f.smd(),
                            f.smdError(),
                            f.logVarianceRatio(),
                            f.logVarianceRatioError(),
                            f.p(),
                            f.ks(),
                            f.jensenShannon(),
                            f.wasserstein())
                        .allMatch(Double::isFinite),
                    f.toString()));
  }

  ReferenceProfile normals(int n) {
    return ReferenceProfile.of(List.of(X, Y), rows(n, this::normal));
  }

  static Status status(DriftWatch watch, int column) {
    return watch.verdicts().get(column).status();
  }
}
