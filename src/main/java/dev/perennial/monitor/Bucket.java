package dev.perennial.monitor;

import java.util.Optional;

/**
 * Everything additive about the rows of one model version in one span of time: minutes add up to
 * hours, hours to days. Counts are exact in any order of adding; sums of numbers agree to rounding.
 * Adding a row costs O(columns log bins + classes). Not thread-safe.
 */
public final class Bucket {
  /** The first had no errors of numbers. */
  private static final int EARLIER_FORMAT = 1;

  private static final int FORMAT = 2;

  private final ColumnSums[] columns;
  private final EstimateSums estimate;
  private final LabelSums labels;
  private final ErrorSums errors;
  private long rows;

  /**
   * An empty bucket.
   *
   * @param classes of the target; 0 for a number
   */
  public Bucket(ReferenceProfile reference, int classes) {
    this(
        reference.columns().stream().map(c -> new ColumnSums(c.bins())).toArray(ColumnSums[]::new),
        new EstimateSums(classes),
        new LabelSums(classes),
        new ErrorSums());
  }

  private Bucket(ColumnSums[] columns, EstimateSums estimate, LabelSums labels, ErrorSums errors) {
    this.columns = columns;
    this.estimate = estimate;
    this.labels = labels;
    this.errors = errors;
  }

  /** Takes one answered row, placed by this reference. */
  public void add(ReferenceProfile reference, PlacedRow row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(reference.columns().get(i).bins(), row.bins()[i], row.values()[i]);
    }
    rows++;
  }

  /** Takes the probabilities of an answer for the estimate without labels. */
  public void addProbabilities(HoldOut holdOut, int predicted, double[] probabilities) {
    estimate.add(predicted, holdOut.calibrators().apply(probabilities));
  }

  /**
   * Takes the label of an answer, into the bucket of the answer's time.
   *
   * @param before the label that this one corrects
   */
  public void addLabel(
      Optional<Integer> before, int actual, int predicted, double[] probabilities, double lag) {
    before.ifPresentOrElse(
        old -> labels.correct(old, actual, predicted, probabilities),
        () -> labels.add(actual, predicted, probabilities, lag));
  }

  /** As the other, of a number. */
  public void addLabel(Optional<Double> before, double actual, double predicted, double lag) {
    before.ifPresentOrElse(
        old -> errors.correct(old, actual, predicted), () -> errors.add(actual, predicted, lag));
  }

  public void merge(Bucket other) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].merge(other.columns[i]);
    }
    estimate.merge(other.estimate);
    labels.merge(other.labels);
    errors.merge(other.errors);
    rows += other.rows;
  }

  public long rows() {
    return rows;
  }

  ColumnSums column(int at) {
    return columns[at];
  }

  public EstimateSums estimate() {
    return estimate;
  }

  public LabelSums labels() {
    return labels;
  }

  /** Of labels that are numbers. */
  public ErrorSums errors() {
    return errors;
  }

  /** How many rows have a label. */
  public long labelled() {
    return labels.confusion().n() + errors.n();
  }

  /** Everything, compactly: an empty column takes a handful of bytes. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.count(rows);
    out.count(columns.length);
    for (ColumnSums column : columns) {
      column.write(out);
    }
    estimate.write(out);
    labels.write(out);
    errors.write(out);
    return out.bytes();
  }

  /**
   * The bucket that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static Bucket of(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    int format = in.expectFormat(EARLIER_FORMAT, FORMAT);
    long rows = in.count();
    ColumnSums[] columns = new ColumnSums[in.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = ColumnSums.read(in);
    }
    Bucket read =
        new Bucket(
            columns,
            EstimateSums.read(in),
            LabelSums.read(in),
            format == FORMAT ? ErrorSums.read(in) : new ErrorSums());
    read.rows = rows;
    return read;
  }
}
