package dev.perennial.monitor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How the estimate without labels fared wherever labels came in later: batches of 200 labelled
 * rows, estimated and realised on the very same rows. The last 20 batches are kept. Not
 * thread-safe.
 */
public final class TrackRecord {
  private static final int BATCH = 200;
  private static final int KEPT = 20;
  private static final int LOOKED_AT = 5;
  private static final int OUTSIDE_TO_DISTRUST = 3;

  private final long holdOutRows;
  private final Deque<double[]> batches = new ArrayDeque<>();
  private double estimated;
  private long realised;
  private long rows;

  TrackRecord(long holdOutRows) {
    this.holdOutRows = holdOutRows;
  }

  /**
   * @param calibrated probability of the class given
   * @param right whether it was the true one
   */
  void add(double calibrated, boolean right) {
    estimated += calibrated;
    realised += right ? 1 : 0;
    rows++;
    if (rows == BATCH) {
      batches.addLast(new double[] {estimated / rows, (double) realised / rows});
      if (batches.size() > KEPT) {
        batches.removeFirst();
      }
      estimated = 0;
      realised = 0;
      rows = 0;
    }
  }

  /** How many batches are kept. */
  public int batches() {
    return batches.size();
  }

  /** Mean distance of estimated from realised accuracy over the batches kept; 0 without any. */
  public double meanError() {
    return batches.stream().mapToDouble(b -> Math.abs(b[0] - b[1])).average().orElse(0);
  }

  /**
   * False when three of the last five batches fell outside their band: by chance about once in a
   * thousand looks, for each lies outside in one of twenty.
   */
  public boolean trusted() {
    return batches.stream()
            .skip(Math.max(0, batches.size() - LOOKED_AT))
            .filter(b -> !EstimateSums.band(b[0], holdOutRows, BATCH).contains(b[1]))
            .count()
        < OUTSIDE_TO_DISTRUST;
  }

  void write(PackedWriter out) {
    out.count(holdOutRows);
    out.number(estimated);
    out.count(realised);
    out.count(rows);
    out.count(batches.size());
    batches.forEach(out::numbers);
  }

  static TrackRecord read(PackedReader in) {
    TrackRecord read = new TrackRecord(in.count());
    read.estimated = in.number();
    read.realised = in.count();
    read.rows = in.count();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.batches.addLast(in.numbers());
    }
    return read;
  }
}
