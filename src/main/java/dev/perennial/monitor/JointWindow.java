package dev.perennial.monitor;

/** At least 500 consecutive rows whose correlations are judged. Not thread-safe. */
final class JointWindow {
  static final long FULL_ROWS = 500;

  private final JointSums sums;
  private final RowCopies copies;

  JointWindow(ReferenceProfile reference) {
    this(new JointSums(reference.joint().columns().length), new RowCopies(reference.inputs()));
  }

  private JointWindow(JointSums sums, RowCopies copies) {
    this.sums = sums;
    this.copies = copies;
  }

  void add(PlacedRow row) {
    sums.add(row.scores());
    copies.add(row);
  }

  boolean closes() {
    return sums.n() >= FULL_ROWS;
  }

  JointSums sums() {
    return sums;
  }

  double designEffect(ReferenceProfile reference) {
    return reference.rowsAreNearlyDistinct() ? 1 + copies.meanOthers() : 1;
  }

  void write(PackedWriter out) {
    sums.write(out);
    copies.write(out);
  }

  static JointWindow read(PackedReader in) {
    return new JointWindow(JointSums.read(in), RowCopies.read(in));
  }
}
