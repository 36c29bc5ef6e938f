package dev.perennial.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Watches the accuracy that labels show, in windows of 200 labels in the order of their arrival.
 *
 * <p>Two comparisons, each with the uncertainty of both sides: the last three windows against the
 * hold-out together with all earlier healthy windows, for a sudden fall; the last ten against the
 * hold-out alone, for a slow one that the earlier windows would hide. Not thread-safe.
 */
public final class PerformanceWatch {
  private static final int FORMAT = 1;
  static final int WINDOW = 200;
  static final int SUDDEN = 3;
  static final int LASTING = 10;

  /** Smaller falls than this are let pass. */
  static final double MARGIN = .03;

  private static final double Z_FIRST = 1.15;
  private static final double Z_A_WINDOW = .06;
  private static final double Z_LAST = 2.15;

  private final long holdOut;
  private final long holdOutRight;

  /** Right answers of the last windows, oldest first. */
  private final Deque<Integer> windows = new ArrayDeque<>();

  private long earlier;
  private long earlierRight;
  private int open;
  private int openRight;
  private PerformanceVerdict verdict;

  public PerformanceWatch(long holdOutRows, long holdOutRight) {
    this.holdOut = holdOutRows;
    this.holdOutRight = holdOutRight;
    this.verdict = judge();
  }

  /** Takes one labelled answer; judges when a window is full. */
  public void add(boolean right) {
    open++;
    openRight += right ? 1 : 0;
    if (open == WINDOW) {
      windows.addLast(openRight);
      open = 0;
      openRight = 0;
      settle();
      verdict = judge();
    }
  }

  /** Lets a window grow into the baseline once it is out of the sudden comparison and healthy. */
  private void settle() {
    if (windows.size() > SUDDEN && verdict.status() != Status.DRIFTED) {
      Iterator<Integer> newest = windows.descendingIterator();
      int right = 0;
      for (int i = 0; i <= SUDDEN; i++) {
        right = newest.next();
      }
      earlier += WINDOW;
      earlierRight += right;
    }
    if (windows.size() > LASTING) {
      windows.removeFirst();
    }
  }

  private PerformanceVerdict judge() {
    double expected = Counts.share(holdOutRight + earlierRight, holdOut + earlier);
    if (holdOut == 0 || windows.size() < 2) {
      return PerformanceVerdict.notEnoughData(
          (long) windows.size() * WINDOW,
          expected,
          holdOut == 0
              ? "no hold-out to compare with"
              : "fewer than " + 2 * WINDOW + " labels so far");
    }
    PerformanceVerdict sudden =
        compare(Math.min(SUDDEN, windows.size()), holdOut + earlier, holdOutRight + earlierRight);
    return sudden.status() == Status.DRIFTED
        ? sudden
        : windows.size() < LASTING
            ? sudden
            : worse(sudden, compare(LASTING, holdOut, holdOutRight));
  }

  private static PerformanceVerdict worse(PerformanceVerdict sudden, PerformanceVerdict lasting) {
    return lasting.status() == Status.DRIFTED ? lasting : sudden;
  }

  /** The last so many windows against a baseline. */
  private PerformanceVerdict compare(int last, long baseline, long baselineRight) {
    Iterator<Integer> newest = windows.descendingIterator();
    long right = 0;
    for (int i = 0; i < last; i++) {
      right += newest.next();
    }
    long n = (long) last * WINDOW;
    double z = z(last, earlier / WINDOW);
    double upper = Intervals.newcombe(right, n, baselineRight, baseline, z).high();
    double accuracy = Counts.share(right, n);
    double expected = Counts.share(baselineRight, baseline);
    boolean fell = upper < -MARGIN;
    return new PerformanceVerdict(
        fell ? Status.DRIFTED : Status.STEADY,
        accuracy,
        Intervals.wilson(right, n, Intervals.Z95),
        n,
        expected,
        upper,
        -MARGIN,
        sentence(fell, accuracy, expected, upper, n));
  }

  /**
   * How sure the bound is: 87 % one-sided at first, 98.4 % from 17 earlier windows on. A young
   * version has few looks to be wrong in, and a baseline too vague for more.
   */
  private static double z(int last, long earlierWindows) {
    return last == SUDDEN ? Math.min(Z_LAST, Z_FIRST + Z_A_WINDOW * earlierWindows) : Z_LAST;
  }

  private static String sentence(
      boolean fell, double accuracy, double expected, double upper, long n) {
    return "accuracy "
        + (fell ? "fell to " : "is ")
        + Words.percent(accuracy)
        + " over "
        + n
        + " labels, against "
        + Words.percent(expected)
        + " expected; the fall is "
        + (fell ? "at least " : "not surely more than ")
        + Words.number(100 * Math.max(fell ? 0 : MARGIN, -upper))
        + " points";
  }

  public PerformanceVerdict verdict() {
    return verdict;
  }

  /** Everything, the hold-out's figures included. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.count(holdOut);
    out.count(holdOutRight);
    out.counts(windows.stream().mapToLong(Integer::longValue).toArray());
    out.counts(new long[] {earlier, earlierRight, open, openRight});
    return out.bytes();
  }

  /**
   * The watch that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static PerformanceWatch of(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    in.expectFormat(FORMAT);
    PerformanceWatch read = new PerformanceWatch(in.count(), in.count());
    for (long right : in.counts()) {
      read.windows.addLast((int) right);
    }
    long[] rest = in.counts();
    read.earlier = rest[0];
    read.earlierRight = rest[1];
    read.open = (int) rest[2];
    read.openRight = (int) rest[3];
    read.verdict = read.judge();
    return read;
  }
}
