package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows labelled answers in the order in which labels arrive, and opens an incident when a kind
 * of error becomes more frequent. A further change while it is open is added to it. It closes after
 * two disjoint windows of 672 labels with an error near the hold-out's. Corrections do not rewind
 * it. Not thread-safe.
 *
 * <p>The error of a number is its size in shares of five times the hold-out's mean absolute error,
 * at most 1, and too high and too low are its two kinds. {@link Ddm} needs right and wrong: a
 * number is wrong to it where it misses by more than nine of ten did on the hold-out.
 */
public final class ConceptWatch {
  private static final int FORMAT = 1;
  private static final long LEAST_LABELS = 200;
  private static final int CALM_WINDOW = 672;
  private static final int CALM_WINDOWS = 2;
  private static final double CALM_MARGIN = .024;

  /** The same for numbers, in shares of the hold-out's error. */
  private static final double CALM_GROWTH = .1;

  private final List<String> classes;
  private final double holdOutError;

  /** Of numbers: the error that counts as 1, and the one that counts as wrong. */
  private final double whole;

  private final double wrongFrom;
  private ErrorCells cells;
  private Adwin error = new Adwin(.002);
  private PageHinkley pageHinkley = new PageHinkley();
  private Ddm ddm = new Ddm();
  private boolean secondOpinion;
  private boolean open;
  private List<Long> changes = new ArrayList<>();
  private Said what = Said.verbatim("");
  private long labels;
  private long inWindow;
  private double errorInWindow;
  private long calmWindows;

  /**
   * A watch that has seen no label.
   *
   * @param classes names in the schema's order, at least two
   * @param holdOutError share of hold-out rows answered wrongly
   */
  public ConceptWatch(List<String> classes, double holdOutError) {
    this(classes, holdOutError, 1, 1);
  }

  /** A watch over numbers that has seen no label. */
  public ConceptWatch(HoldOutErrors holdOut) {
    this(List.of(), holdOut.scaledMean(), holdOut.whole(), holdOut.ninth());
  }

  private ConceptWatch(List<String> classes, double holdOutError, double whole, double wrongFrom) {
    this.classes = List.copyOf(classes);
    this.holdOutError = holdOutError;
    this.whole = whole;
    this.wrongFrom = wrongFrom;
    this.cells = new ErrorCells(classes.size());
  }

  /** Takes one labelled answer; true when a change was found at it. */
  public boolean add(int actual, int predicted) {
    boolean wrong = actual != predicted;
    return add(cells.add(actual, predicted), wrong ? 1 : 0, wrong);
  }

  /**
   * Takes one labelled answer of a regressor, as the other.
   *
   * @param error the number given less the true one
   */
  public boolean add(double error) {
    double size = HoldOutErrors.scaled(error, whole);
    return add(cells.add(error > 0, size), size, Math.abs(error) > wrongFrom);
  }

  private boolean add(Optional<ErrorCells.Rise> rise, double size, boolean wrong) {
    labels++;
    boolean errorRose = error.add(size) > 0;
    boolean hinkley = pageHinkley.add(size);
    Ddm.Level level = ddm.add(wrong);
    if (errorRose || hinkley || level == Ddm.Level.CHANGE) {
      secondOpinion = true;
    }
    rise.ifPresent(this::changed);
    calmDown(size);
    return rise.isPresent();
  }

  private void changed(ErrorCells.Rise rise) {
    if (!open) {
      open = true;
      changes = new ArrayList<>();
    }
    changes.add(labels);
    what = what(rise);
    inWindow = 0;
    errorInWindow = 0;
    calmWindows = 0;
  }

  private Said what(ErrorCells.Rise rise) {
    if (classes.isEmpty()) {
      return Said.of(rise.actual() == 0 ? "said.too-high" : "said.too-low");
    }
    String actual = classes.get(rise.actual());
    return rise.predicted() < 0
        ? Said.of("said.often-wrong", actual)
        : Said.of("said.often-called", actual, classes.get(rise.predicted()));
  }

  private double calmBelow() {
    return holdOutError + (classes.isEmpty() ? CALM_GROWTH * holdOutError : CALM_MARGIN);
  }

  private void calmDown(double size) {
    inWindow++;
    errorInWindow += size;
    if (inWindow == CALM_WINDOW) {
      boolean calm = errorInWindow / inWindow < calmBelow();
      calmWindows = calm ? calmWindows + 1 : 0;
      if (calmWindows >= CALM_WINDOWS) {
        open = false;
        secondOpinion = false;
      }
      inWindow = 0;
      errorInWindow = 0;
    }
  }

  public ConceptVerdict verdict() {
    Status status =
        open
            ? Status.DRIFTED
            : labels < LEAST_LABELS
                ? Status.NOT_ENOUGH_DATA
                : secondOpinion && error.mean() > holdOutError ? Status.WARNING : Status.STEADY;
    return new ConceptVerdict(
        status, labels, changes, error.width(), whole * error.mean(), sentence(status));
  }

  private Said sentence(Status status) {
    Said rate =
        Said.of(
            classes.isEmpty() ? "said.mean-error-lately" : "said.error-lately",
            size(error.mean()),
            error.width(),
            size(holdOutError));
    return switch (status) {
      case DRIFTED -> Said.of("said.kind-of-error", what, changes.get(changes.size() - 1), rate);
      case NOT_ENOUGH_DATA -> Said.of("said.few-labels", labels, LEAST_LABELS);
      case WARNING -> Said.of("said.second-opinion", rate);
      default -> Said.of("said.no-kind-of-error", rate);
    };
  }

  private Object size(double mean) {
    return classes.isEmpty() ? (Object) (whole * mean) : new Said.Share(mean);
  }

  /** Everything, to be stored with the labels that were taken. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.count(classes.size());
    classes.forEach(out::text);
    out.number(holdOutError);
    if (classes.isEmpty()) {
      out.numbers(new double[] {whole, wrongFrom, errorInWindow});
    }
    cells.write(out);
    error.write(out);
    pageHinkley.write(out);
    ddm.write(out);
    out.counts(changes.stream().mapToLong(Long::longValue).toArray());
    out.text(what.stored());
    out.counts(
        new long[] {
          open ? 1 : 0, secondOpinion ? 1 : 0, labels, inWindow, (long) errorInWindow, calmWindows
        });
    return out.bytes();
  }

  /**
   * The watch that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static ConceptWatch of(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    in.expectFormat(FORMAT);
    List<String> classes = new ArrayList<>();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      classes.add(in.text());
    }
    double holdOutError = in.number();
    double[] ofNumbers = size == 0 ? in.numbers() : new double[] {1, 1, 0};
    ConceptWatch read = new ConceptWatch(classes, holdOutError, ofNumbers[0], ofNumbers[1]);
    read.cells = ErrorCells.read(in);
    read.error = Adwin.read(in);
    read.pageHinkley = PageHinkley.read(in);
    read.ddm = Ddm.read(in);
    for (long change : in.counts()) {
      read.changes.add(change);
    }
    read.what = Said.read(in.text());
    long[] rest = in.counts();
    read.open = rest[0] == 1;
    read.secondOpinion = rest[1] == 1;
    read.labels = rest[2];
    read.inWindow = rest[3];
    read.errorInWindow = size == 0 ? ofNumbers[2] : rest[4];
    read.calmWindows = rest[5];
    return read;
  }
}
