package dev.perennial.monitor;

/**
 * What is kept of labelled predictions of a classifier: enough for every score shown. Additive; a
 * corrected label is taken back with its old value. Not thread-safe.
 */
public final class LabelSums {
  /** A probability of 0 for what came true would cost infinitely much. */
  private static final double LEAST_PROBABILITY = 1e-15;

  private final Confusion confusion;
  private final Calibration calibration;
  private final LogHistogram lagSeconds;
  private double logLoss;
  private double brier;

  LabelSums(int classes) {
    this(new Confusion(classes), new Calibration(), new LogHistogram());
  }

  private LabelSums(Confusion confusion, Calibration calibration, LogHistogram lagSeconds) {
    this.confusion = confusion;
    this.calibration = calibration;
    this.lagSeconds = lagSeconds;
  }

  /**
   * @param actual index of the true class
   * @param predicted index of the class given
   * @param probabilities one a class
   * @param lagSeconds from the answer to the label
   */
  void add(int actual, int predicted, double[] probabilities, double lagSeconds) {
    this.lagSeconds.add(lagSeconds);
    confusion.add(actual, predicted);
    score(actual, predicted, probabilities, 1);
  }

  /** Replaces a label; its lag stays that of the first. */
  void correct(int before, int actual, int predicted, double[] probabilities) {
    confusion.remove(before, predicted);
    confusion.add(actual, predicted);
    score(before, predicted, probabilities, -1);
    score(actual, predicted, probabilities, 1);
  }

  private void score(int actual, int predicted, double[] probabilities, int sign) {
    calibration.add(probabilities[predicted], actual == predicted, sign);
    logLoss -= sign * Math.log(Math.max(LEAST_PROBABILITY, probabilities[actual]));
    for (int k = 0; k < probabilities.length; k++) {
      double apart = probabilities[k] - (k == actual ? 1 : 0);
      brier += sign * apart * apart;
    }
  }

  void merge(LabelSums other) {
    confusion.merge(other.confusion);
    calibration.merge(other.calibration);
    lagSeconds.merge(other.lagSeconds);
    logLoss += other.logLoss;
    brier += other.brier;
  }

  public Confusion confusion() {
    return confusion;
  }

  Calibration calibration() {
    return calibration;
  }

  LogHistogram lagSeconds() {
    return lagSeconds;
  }

  /** Mean negative natural logarithm of the true class's probability; 0 without labels. */
  double logLoss() {
    return confusion.n() == 0 ? 0 : logLoss / confusion.n();
  }

  /** Mean squared distance of the probabilities from the truth, in [0, 2]; 0 without labels. */
  double brier() {
    return confusion.n() == 0 ? 0 : brier / confusion.n();
  }

  void write(PackedWriter out) {
    confusion.write(out);
    calibration.write(out);
    lagSeconds.write(out);
    out.number(logLoss);
    out.number(brier);
  }

  static LabelSums read(PackedReader in) {
    LabelSums read = new LabelSums(Confusion.read(in), Calibration.read(in), LogHistogram.read(in));
    read.logLoss = in.number();
    read.brier = in.number();
    return read;
  }
}
