package dev.perennial.explain;

import dev.perennial.model.Schema;
import java.util.ArrayList;
import java.util.List;

/** Mean and standard error of each input's values over the reference rows. Not thread-safe. */
final class Means {
  private final double[] mean;
  private final double[] squares;
  private int n;

  Means(int inputs) {
    mean = new double[inputs];
    squares = new double[inputs];
  }

  /** Welford's update. */
  void add(double[] values) {
    n++;
    for (int i = 0; i < mean.length; i++) {
      double apart = values[i] - mean[i];
      mean[i] += apart / n;
      squares[i] += apart * (values[i] - mean[i]);
    }
  }

  /**
   * One contribution an input.
   *
   * @param certain whether nothing was sampled, so that there is no error
   */
  List<Contribution> contributions(Schema schema, boolean certain) {
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      double error = certain || n < 2 ? 0 : Math.sqrt(squares[i] / (n - 1) / n);
      all.add(new Contribution(schema.features().get(i).name(), mean[i], error));
    }
    return all;
  }
}
