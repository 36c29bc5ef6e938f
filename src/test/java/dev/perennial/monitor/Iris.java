package dev.perennial.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fisher's iris with a nearest-centroid answer: the six columns that a monitor of it watches. */
final class Iris {
  static final int PETAL_LENGTH = 2;
  static final double PETAL_LENGTH_SD = 1.7653;
  static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");
  private static final double[][] CENTROIDS = {
    {5.006, 3.428, 1.462, .246}, {5.936, 2.77, 4.26, 1.326}, {6.588, 2.974, 5.552, 2.026}
  };

  private Iris() {}

  static List<Column> columns() {
    return List.of(
        Column.number("sepal_length"),
        Column.number("sepal_width"),
        Column.number("petal_length"),
        Column.number("petal_width"),
        new Column("prediction", Column.Role.PREDICTION, SPECIES, 0),
        new Column("confidence", Column.Role.CONFIDENCE, List.of(), 0));
  }

  /** The 150 rows' four measurements. */
  static double[][] inputs() {
    try {
      return Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
          .filter(line -> line.matches("[0-9].*"))
          .map(
              line ->
                  Arrays.stream(line.split(",", -1))
                      .limit(4)
                      .mapToDouble(Double::parseDouble)
                      .toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of all columns: the inputs, the nearest species, and how sure that is. */
  static double[] answered(double[] inputs) {
    double[] weights = new double[3];
    double sum = 0;
    int best = 0;
    for (int k = 0; k < 3; k++) {
      double distance = 0;
      for (int i = 0; i < 4; i++) {
        double apart = Double.isNaN(inputs[i]) ? 0 : inputs[i] - CENTROIDS[k][i];
        distance += apart * apart;
      }
      weights[k] = Math.exp(-distance);
      sum += weights[k];
      best = weights[k] > weights[best] ? k : best;
    }
    double[] row = Arrays.copyOf(inputs, 6);
    row[4] = best;
    row[5] = sum == 0 ? 1 : weights[best] / sum;
    return row;
  }

  static double[][] answered(double[][] inputs) {
    return Arrays.stream(inputs).map(Iris::answered).toArray(double[][]::new);
  }

  static double[] draw(double[][] inputs, Random random) {
    return inputs[random.nextInt(inputs.length)].clone();
  }

  /** The rows in a random order. */
  static double[][] shuffled(Random random) {
    List<double[]> rows = new ArrayList<>(List.of(inputs()));
    Collections.shuffle(rows, random);
    return rows.toArray(double[][]::new);
  }
}
