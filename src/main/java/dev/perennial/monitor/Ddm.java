package dev.perennial.monitor;

/**
 * The drift detection method (Gama et al. 2004): an error rate that rises by two (warning) or three
 * (change) of its standard deviations over its lowest level. Starts anew after a change. Not
 * thread-safe.
 */
final class Ddm {
  private static final int LEAST = 30;
  private static final double WARNING = 2;
  private static final double CHANGE = 3;

  private long n;
  private double rate;
  private double lowestRate = Double.MAX_VALUE;
  private double lowestSd = Double.MAX_VALUE;

  /** What is said after a value. */
  enum Level {
    STEADY,
    WARNING,
    CHANGE
  }

  /** Takes whether an answer was wrong. */
  Level add(boolean wrong) {
    n++;
    rate += ((wrong ? 1 : 0) - rate) / n;
    double sd = Math.sqrt(rate * (1 - rate) / n);
    if (n + 1 < LEAST) {
      return Level.STEADY;
    }
    if (rate + sd <= lowestRate + lowestSd) {
      lowestRate = rate;
      lowestSd = sd;
    }
    if (n + 1 > LEAST && rate + sd > lowestRate + CHANGE * lowestSd) {
      n = 0;
      rate = 0;
      lowestRate = Double.MAX_VALUE;
      lowestSd = Double.MAX_VALUE;
      return Level.CHANGE;
    }
    return rate + sd > lowestRate + WARNING * lowestSd ? Level.WARNING : Level.STEADY;
  }

  void write(PackedWriter out) {
    out.count(n);
    out.number(rate);
    out.number(lowestRate);
    out.number(lowestSd);
  }

  static Ddm read(PackedReader in) {
    Ddm read = new Ddm();
    read.n = in.count();
    read.rate = in.number();
    read.lowestRate = in.number();
    read.lowestSd = in.number();
    return read;
  }
}
