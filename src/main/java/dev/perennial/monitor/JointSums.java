package dev.perennial.monitor;

/** Sums of normal scores and of their products, from which correlations follow. Additive. */
final class JointSums {
  private final int width;
  private long n;
  private final double[] sums;
  private final double[] products;

  JointSums(int width) {
    this(width, 0, new double[width], new double[width * (width + 1) / 2]);
  }

  private JointSums(int width, long n, double[] sums, double[] products) {
    this.width = width;
    this.n = n;
    this.sums = sums;
    this.products = products;
  }

  void add(double[] z) {
    n++;
    int at = 0;
    for (int i = 0; i < width; i++) {
      sums[i] += z[i];
      for (int j = 0; j <= i; j++) {
        products[at++] += z[i] * z[j];
      }
    }
  }

  long n() {
    return n;
  }

  /** Pearson's correlations; 0 for a pair in which one score does not vary. */
  double[][] correlation() {
    double[][] r = new double[width][width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        double spread = Math.sqrt(covariance(i, i) * covariance(j, j));
        double value = spread > 1e-12 ? covariance(i, j) / spread : 0;
        r[i][j] = value;
        r[j][i] = value;
      }
      r[i][i] = 1;
    }
    return r;
  }

  private double covariance(int i, int j) {
    return n == 0 ? 0 : products[i * (i + 1) / 2 + j] / n - sums[i] / n * (sums[j] / n);
  }

  void write(PackedWriter out) {
    out.count(width);
    out.count(n);
    out.numbers(sums);
    out.numbers(products);
  }

  static JointSums read(PackedReader in) {
    return new JointSums(in.size(), in.count(), in.numbers(), in.numbers());
  }
}
