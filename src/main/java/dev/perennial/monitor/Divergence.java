package dev.perennial.monitor;

/**
 * How far two distributions over the same bins lie apart. The first array counts the reference, the
 * second the live rows. Bins that are empty in both play no part.
 */
final class Divergence {
  private Divergence() {}

  /** How many bins hold a row of either side. */
  static int bins(long[] reference, long[] live) {
    int bins = 0;
    for (int i = 0; i < reference.length; i++) {
      bins += reference[i] + live[i] > 0 ? 1 : 0;
    }
    return bins;
  }

  /** Population stability index, every share smoothed with Jeffreys' half row a bin. */
  static double psi(long[] reference, long[] live) {
    double psi = 0;
    double bins = bins(reference, live);
    double referenceRows = Counts.sum(reference) + bins / 2;
    double liveRows = Counts.sum(live) + bins / 2;
    for (int i = 0; i < reference.length; i++) {
      if (reference[i] + live[i] > 0) {
        double p = (reference[i] + .5) / referenceRows;
        double q = (live[i] + .5) / liveRows;
        psi += (q - p) * Math.log(q / p);
      }
    }
    return psi;
  }

  /** The largest distance of the distribution functions at the bins' edges; the last bin apart. */
  static double kolmogorovSmirnov(long[] reference, long[] live) {
    double largest = 0;
    for (double apart : apart(reference, live)) {
      largest = Math.max(largest, Math.abs(apart));
    }
    return largest;
  }

  /** Jensen-Shannon distance to the base 2: 0 for equal shares, 1 for disjoint ones. */
  static double jensenShannon(long[] reference, long[] live) {
    double sum = 0;
    double referenceRows = Math.max(1, Counts.sum(reference));
    double liveRows = Math.max(1, Counts.sum(live));
    for (int i = 0; i < reference.length; i++) {
      double p = reference[i] / referenceRows;
      double q = live[i] / liveRows;
      sum += half(p, (p + q) / 2) + half(q, (p + q) / 2);
    }
    return Math.sqrt(Math.max(0, sum / 2));
  }

  private static double half(double p, double middle) {
    return p == 0 ? 0 : p * Math.log(p / middle) / Math.log(2);
  }

  /**
   * The area between the two distribution functions in reference standard deviations, taken as
   * linear between the edges; the outer bins end at the live extremes. 0 without spread.
   */
  static double wasserstein(ColumnProfile profile, ColumnSums live) {
    double[] edges = profile.bins().edges();
    if (profile.sd() == 0 || live.moments().n() == 0) {
      return 0;
    }
    double[] apart = apart(profile.counts(), live.counts());
    double area = Math.max(0, edges[0] - live.min()) * Math.abs(apart[0]) / 2;
    for (int i = 1; i < edges.length; i++) {
      area += (edges[i] - edges[i - 1]) * triangles(apart[i - 1], apart[i]);
    }
    int last = edges.length - 1;
    area += Math.max(0, live.max() - edges[last]) * Math.abs(apart[last]) / 2;
    return area / profile.sd();
  }

  /** The mean of |y| over a line from y = a to y = b. */
  private static double triangles(double a, double b) {
    return a * b >= 0 ? Math.abs(a + b) / 2 : (a * a + b * b) / (2 * (Math.abs(a) + Math.abs(b)));
  }

  /** Live minus reference distribution function after each bin; the last bin (missing) is out. */
  private static double[] apart(long[] reference, long[] live) {
    int bins = reference.length - 1;
    double[] apart = new double[bins];
    double referenceRows = Math.max(1, Counts.sum(reference) - reference[bins]);
    double liveRows = Math.max(1, Counts.sum(live) - live[bins]);
    double sum = 0;
    for (int i = 0; i < bins; i++) {
      sum += live[i] / liveRows - reference[i] / referenceRows;
      apart[i] = sum;
    }
    return apart;
  }
}
