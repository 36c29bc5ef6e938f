package dev.perennial.monitor;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is followed of one model version, as of its last row and label: windows of rows,
 * detectors and, for a target with classes, the estimate's track record. {@link #bytes()} and
 * {@link #of} carry it over a restart without a change of any verdict. Not thread-safe.
 *
 * <p>Labels count in the order in which they arrive; a correction rewinds no detector.
 */
public final class VersionWatch {
  private static final int FORMAT = 1;

  private final Optional<HoldOut> holdOut;
  private DriftWatch drift;
  private Optional<Labelled> labelled;
  private long rows;
  private long firstRow;
  private long lastRow;
  private long labels;
  private long corrections;
  private long lastLabel;

  /** What labels are needed for. */
  private record Labelled(
      PerformanceWatch performance, ConceptWatch concept, Optional<TrackRecord> track) {}

  /**
   * A watch that has seen nothing.
   *
   * @param classes of the target in the schema's order; empty for a number
   * @param holdOut how the version did on rows that it was not trained on; empty for a number
   * @param errors the same of a number; empty for classes
   */
  public VersionWatch(
      ReferenceProfile reference,
      DriftThresholds thresholds,
      List<String> classes,
      Optional<HoldOut> holdOut,
      Optional<HoldOutErrors> errors) {
    this.holdOut = holdOut;
    drift = new DriftWatch(reference, thresholds);
    labelled =
        holdOut
            .filter(known -> classes.size() > 1)
            .map(
                known ->
                    new Labelled(
                        new PerformanceWatch(known.n(), known.correct()),
                        new ConceptWatch(classes, known.n() == 0 ? 0 : 1 - known.accuracy()),
                        Optional.of(new TrackRecord(known.n()))))
            .or(
                () ->
                    errors.map(
                        known ->
                            new Labelled(
                                new PerformanceWatch(known),
                                new ConceptWatch(known),
                                Optional.empty())));
  }

  /**
   * Takes one answered row, in the order of answers.
   *
   * @param row one value for each of the reference's own columns
   * @param millis when it was answered, since 1970-01-01T00:00Z
   */
  public void add(double[] row, long millis) {
    add(drift.place(row), millis);
  }

  /** As the other, with a row that this watch's reference has placed. */
  public void add(PlacedRow row, long millis) {
    drift.add(row, millis);
    firstRow = rows == 0 ? millis : firstRow;
    lastRow = Math.max(lastRow, millis);
    rows++;
  }

  /**
   * Takes the first label of a prediction.
   *
   * @param actual index of the true class
   * @param predicted index of the class given
   * @param probabilities as answered
   * @param millis when the label came
   */
  public void addLabel(int actual, int predicted, double[] probabilities, long millis) {
    addLabel(millis);
    labelled.ifPresent(
        known -> {
          known.performance.add(actual == predicted);
          known.concept.add(actual, predicted);
          holdOut.ifPresent(
              h ->
                  known.track.ifPresent(
                      track ->
                          track.add(h.calibrated(probabilities)[predicted], actual == predicted)));
        });
  }

  /** As the other, of a number. */
  public void addLabel(double actual, double predicted, long millis) {
    addLabel(millis);
    double error = ErrorSums.error(predicted, actual);
    labelled.ifPresent(
        known -> {
          known.performance.add(error);
          known.concept.add(error);
        });
  }

  private void addLabel(long millis) {
    labels++;
    lastLabel = Math.max(lastLabel, millis);
  }

  /** Counts a label that replaces another; the detectors stay as they are. */
  public void addCorrection(long millis) {
    corrections++;
    lastLabel = Math.max(lastLabel, millis);
  }

  /** Closes the open window of rows if it is old enough at this time. */
  public void tick(long nowMillis) {
    drift.tick(nowMillis);
  }

  public DriftWatch drift() {
    return drift;
  }

  /** Empty without a hold-out. */
  public Optional<PerformanceWatch> performance() {
    return labelled.map(Labelled::performance);
  }

  /** Empty without a hold-out. */
  public Optional<ConceptWatch> concept() {
    return labelled.map(Labelled::concept);
  }

  /** How the estimate without labels fared where labels came; empty for a number, too. */
  public Optional<TrackRecord> track() {
    return labelled.flatMap(Labelled::track);
  }

  /** All rows, since the version was first watched. */
  public long rows() {
    return rows;
  }

  /** When the first row was answered; 0 without rows. */
  public long firstRowMillis() {
    return firstRow;
  }

  /** When the last row was answered; 0 without rows. */
  public long lastRowMillis() {
    return lastRow;
  }

  /** How many predictions have a label. */
  public long labels() {
    return labels;
  }

  /** How many labels replaced an earlier one. */
  public long corrections() {
    return corrections;
  }

  /** When the last label or correction came; 0 without any. */
  public long lastLabelMillis() {
    return lastLabel;
  }

  /** Everything but the reference and the hold-out, compactly. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.counts(new long[] {rows, firstRow, lastRow, labels, corrections, lastLabel});
    out.bytes(drift.bytes());
    out.count(labelled.isPresent() ? 1 : 0);
    labelled.ifPresent(
        known -> {
          out.bytes(known.performance.bytes());
          out.bytes(known.concept.bytes());
          known.track.ifPresent(track -> track.write(out));
        });
    return out.bytes();
  }

  /**
   * The watch that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static VersionWatch of(
      ReferenceProfile reference,
      DriftThresholds thresholds,
      List<String> classes,
      Optional<HoldOut> holdOut,
      Optional<HoldOutErrors> errors,
      byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    in.expectFormat(FORMAT);
    VersionWatch read = new VersionWatch(reference, thresholds, classes, holdOut, errors);
    long[] counts = in.counts();
    read.rows = counts[0];
    read.firstRow = counts[1];
    read.lastRow = counts[2];
    read.labels = counts[3];
    read.corrections = counts[4];
    read.lastLabel = counts[5];
    read.drift = DriftWatch.of(reference, thresholds, in.bytes());
    if (in.count() == 1) { // else the labels of a number were not followed when it was stored
      PerformanceWatch performance = PerformanceWatch.of(in.bytes());
      ConceptWatch concept = ConceptWatch.of(in.bytes());
      read.labelled =
          Optional.of(
              new Labelled(
                  performance,
                  concept,
                  classes.isEmpty() ? Optional.empty() : Optional.of(TrackRecord.read(in))));
    }
    return read;
  }
}
