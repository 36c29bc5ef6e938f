package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Watches the performance that labels show, in windows of 200 labels in the order of their arrival.
 *
 * <p>Two comparisons, each with the uncertainty of both sides: the last three windows against the
 * hold-out together with all earlier healthy windows, for a sudden change; the last ten against the
 * hold-out alone, for a slow one that the earlier windows would hide. Not thread-safe.
 */
public final class PerformanceWatch {
  private static final int FORMAT = 1;
  private static final int FORMAT_OF_NUMBERS = 2;
  static final int WINDOW = 200;
  static final int SUDDEN = 3;
  static final int LASTING = 10;

  private static final double Z_FIRST = 1.15;
  private static final double Z_A_WINDOW = .06;
  private static final double Z_LAST = 2.15;

  private final Yardstick yardstick;
  private final Sample holdOut;

  /** Of numbers: the smallest and the largest error that count. */
  private final Interval sizes;

  /** The last windows, oldest first. */
  private final Deque<Sample> windows = new ArrayDeque<>();

  private Sample earlier = Sample.NONE;
  private Sample open = Sample.NONE;
  private PerformanceVerdict verdict;

  /** Of classes. */
  public PerformanceWatch(long holdOutRows, long holdOutRight) {
    this(Yardstick.ACCURACY, Sample.of(holdOutRows, holdOutRight), new Interval(0, 1));
  }

  /** Of numbers. */
  public PerformanceWatch(HoldOutErrors holdOut) {
    this(Yardstick.ABSOLUTE_ERROR, holdOut.sample(), new Interval(holdOut.least(), holdOut.most()));
  }

  private PerformanceWatch(Yardstick yardstick, Sample holdOut, Interval sizes) {
    this.yardstick = yardstick;
    this.holdOut = holdOut;
    this.sizes = sizes;
    this.verdict = judge();
  }

  /** Takes one labelled answer of a classifier; judges when a window is full. */
  public void add(boolean right) {
    add(Sample.of(1, right ? 1 : 0));
  }

  /**
   * Takes one labelled answer of a regressor; judges when a window is full.
   *
   * @param error the number given less the true one
   */
  public void add(double error) {
    double size = Math.max(sizes.low(), Math.min(sizes.high(), Math.abs(error)));
    add(new Sample(1, size, size * size, Math.copySign(size, error)));
  }

  private void add(Sample one) {
    open = open.plus(one);
    if (open.n() == WINDOW) {
      windows.addLast(open);
      open = Sample.NONE;
      settle();
      verdict = judge();
    }
  }

  /** Lets a window grow into the baseline once it is out of the sudden comparison and healthy. */
  private void settle() {
    if (windows.size() > SUDDEN && verdict.status() != Status.DRIFTED) {
      Iterator<Sample> newest = windows.descendingIterator();
      Sample settled = newest.next();
      for (int i = 0; i < SUDDEN; i++) {
        settled = newest.next();
      }
      earlier = earlier.plus(settled);
    }
    if (windows.size() > LASTING) {
      windows.removeFirst();
    }
  }

  private PerformanceVerdict judge() {
    Sample base = holdOut.plus(earlier);
    if (holdOut.n() == 0 || windows.size() < 2) {
      return PerformanceVerdict.notEnoughData(
          yardstick,
          (long) windows.size() * WINDOW,
          base.mean(),
          holdOut.n() == 0 ? PerformanceVerdict.NO_HOLD_OUT : wanting());
    }
    PerformanceVerdict sudden = compare(Math.min(SUDDEN, windows.size()), base);
    return sudden.status() == Status.DRIFTED
        ? sudden
        : windows.size() < LASTING ? sudden : worse(sudden, compare(LASTING, holdOut));
  }

  private Said wanting() {
    long labels = (long) windows.size() * WINDOW + open.n();
    return Said.of(
        labels == 1 ? "said.one-label-so-far" : "said.labels-so-far", labels, 2L * WINDOW);
  }

  private static PerformanceVerdict worse(PerformanceVerdict sudden, PerformanceVerdict lasting) {
    return lasting.status() == Status.DRIFTED ? lasting : sudden;
  }

  /** The last so many windows against a baseline. */
  private PerformanceVerdict compare(int last, Sample base) {
    return yardstick.compare(newest(last), base, z(last, earlier.n() / WINDOW));
  }

  private Sample newest(int last) {
    Iterator<Sample> newest = windows.descendingIterator();
    Sample sum = Sample.NONE;
    for (int i = 0; i < last; i++) {
      sum = sum.plus(newest.next());
    }
    return sum;
  }

  /**
   * How sure the bound is: 87 % one-sided at first, 98.4 % from 17 earlier windows on. A young
   * version has few looks to be wrong in, and a baseline too vague for more.
   */
  private static double z(int last, long earlierWindows) {
    return last == SUDDEN ? Math.min(Z_LAST, Z_FIRST + Z_A_WINDOW * earlierWindows) : Z_LAST;
  }

  public PerformanceVerdict verdict() {
    return verdict.status() == Status.NOT_ENOUGH_DATA ? judge() : verdict;
  }

  /** How the errors of the windows that a sudden change is looked for in lie and spread. */
  public ResidualVerdict residual(HoldOutErrors of) {
    long judged = (long) Math.min(SUDDEN, windows.size()) * WINDOW;
    return verdict.status() == Status.NOT_ENOUGH_DATA
        ? ResidualVerdict.notEnoughData(judged, verdict().reason())
        : ResidualVerdict.of(newest(Math.min(SUDDEN, windows.size())), of);
  }

  /** Everything, the hold-out's figures included. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    if (yardstick == Yardstick.ABSOLUTE_ERROR) {
      out.count(FORMAT_OF_NUMBERS);
      out.number(sizes.low());
      out.number(sizes.high());
      List<Sample> all = new ArrayList<>(List.of(holdOut, earlier, open));
      all.addAll(windows);
      out.count(all.size());
      all.forEach(sample -> sample.write(out));
      return out.bytes();
    }
    out.count(FORMAT);
    out.count(holdOut.n());
    out.count((long) holdOut.sum());
    out.counts(windows.stream().mapToLong(window -> (long) window.sum()).toArray());
    out.counts(new long[] {earlier.n(), (long) earlier.sum(), open.n(), (long) open.sum()});
    return out.bytes();
  }

  /**
   * The watch that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static PerformanceWatch of(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    boolean numbers = in.expectFormat(FORMAT, FORMAT_OF_NUMBERS) == FORMAT_OF_NUMBERS;
    PerformanceWatch read = numbers ? ofNumbers(in) : ofClasses(in);
    read.verdict = read.judge();
    return read;
  }

  private static PerformanceWatch ofNumbers(PackedReader in) {
    Interval sizes = new Interval(in.number(), in.number());
    int size = in.size();
    PerformanceWatch read = new PerformanceWatch(Yardstick.ABSOLUTE_ERROR, Sample.read(in), sizes);
    read.earlier = Sample.read(in);
    read.open = Sample.read(in);
    for (int i = 3; i < size; i++) {
      read.windows.addLast(Sample.read(in));
    }
    return read;
  }

  private static PerformanceWatch ofClasses(PackedReader in) {
    PerformanceWatch read = new PerformanceWatch(in.count(), in.count());
    for (long right : in.counts()) {
      read.windows.addLast(Sample.of(WINDOW, right));
    }
    long[] rest = in.counts();
    read.earlier = Sample.of(rest[0], rest[1]);
    read.open = Sample.of(rest[2], rest[3]);
    return read;
  }
}
