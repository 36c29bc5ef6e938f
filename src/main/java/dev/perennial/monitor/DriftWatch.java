package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the rows of one model version and says at any time what is to be said of its inputs and
 * answers. Adding a row costs O(columns log bins); saying costs a judgement if a window closed
 * since. {@link #bytes()} and {@link #of} carry it over a restart without a change of any verdict.
 * Not thread-safe.
 */
public final class DriftWatch {
  private static final int FORMAT = 1;

  private final ReferenceProfile reference;
  private final DriftRule rule;
  private Window open;
  private Optional<Window> last = Optional.empty();
  private Optional<Window> lastButOne = Optional.empty();
  private RecentRows recent;
  private JointWindow joint;
  private JointVerdict jointVerdict =
      JointVerdict.notEnoughData(Said.of("said.fewer-rows-so-far", JointWindow.FULL_ROWS));
  private Optional<List<FeatureVerdict>> verdicts = Optional.empty();
  private Optional<byte[]> closedBytes = Optional.empty();
  private long windowsClosed;

  public DriftWatch(ReferenceProfile reference, DriftThresholds thresholds) {
    this.reference = reference;
    this.rule = new DriftRule(reference, thresholds);
    this.open = new Window(reference);
    this.recent = new RecentRows(reference.columns().size());
    this.joint = new JointWindow(reference);
  }

  /**
   * Takes one row, in the order of answers.
   *
   * @param row one value for each of the columns that the reference was made from
   * @param millis when it was answered, since 1970-01-01T00:00Z
   */
  public void add(double[] row, long millis) {
    add(place(row), millis);
  }

  PlacedRow place(double[] row) {
    return reference.place(row);
  }

  /** As the other, with a row that this watch's reference has placed. */
  void add(PlacedRow row, long millis) {
    tick(millis);
    open.add(reference, row, millis);
    recent.add(reference, row);
    joint.add(row);
    if (joint.closes()) {
      boolean metBefore =
          jointVerdict.status() == Status.WARNING || jointVerdict.status() == Status.DRIFTED;
      jointVerdict = JointRule.judge(reference, joint, metBefore);
      joint = new JointWindow(reference);
    }
    tick(millis);
  }

  /** Closes the open window if it is full, or old enough at this time. */
  public void tick(long nowMillis) {
    if (open.closes(nowMillis)) {
      lastButOne = last;
      last = Optional.of(open);
      open = new Window(reference);
      verdicts = Optional.empty();
      closedBytes = Optional.empty();
      windowsClosed++;
    }
  }

  /** The latest judgement of every column, gaps of the last 400 rows included. */
  public List<FeatureVerdict> verdicts() {
    List<FeatureVerdict> all = new ArrayList<>();
    List<FeatureVerdict> judged = judged();
    for (int i = 0; i < judged.size(); i++) {
      FeatureVerdict verdict = judged.get(i);
      ColumnProfile profile = reference.columns().get(i);
      Optional<Said> gap = recent.rows() == 0 ? Optional.empty() : Gaps.find(profile, recent, i);
      all.add(gap.map(verdict::withGap).orElse(verdict));
    }
    return all;
  }

  /** Judged when somebody asks: under load most windows are followed by others before that. */
  private List<FeatureVerdict> judged() {
    if (last.isEmpty()) {
      return rule.nothing(open.wanting());
    }
    List<FeatureVerdict> judged =
        verdicts.orElseGet(() -> rule.judge(last.orElseThrow(), lastButOne));
    verdicts = Optional.of(judged);
    return judged;
  }

  public JointVerdict joint() {
    return jointVerdict;
  }

  /** How many windows were judged, since the version was first watched. */
  public long windowsClosed() {
    return windowsClosed;
  }

  /** Rows in the window that is not judged yet. */
  public long openRows() {
    return open.rows();
  }

  /** Everything but the reference, compactly. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.count(windowsClosed);
    open.write(out);
    out.packed(closedPacked());
    recent.write(out);
    joint.write(out);
    out.text(jointVerdict.status().name());
    out.text(jointVerdict.column());
    out.number(jointVerdict.z());
    out.number(jointVerdict.threshold());
    out.count(jointVerdict.n());
    out.text(jointVerdict.reason().stored());
    return out.bytes();
  }

  /** Packed once: closed windows never change, and are most of the bytes. */
  private byte[] closedPacked() {
    byte[] known =
        closedBytes.orElseGet(
            () -> {
              PackedWriter out = new PackedWriter();
              for (Optional<Window> closed : List.of(last, lastButOne)) {
                out.count(closed.isPresent() ? 1 : 0);
                closed.ifPresent(window -> window.write(out));
              }
              return out.bytes();
            });
    closedBytes = Optional.of(known);
    return known;
  }

  /**
   * The watch that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static DriftWatch of(
      ReferenceProfile reference, DriftThresholds thresholds, byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    in.expectFormat(FORMAT);
    DriftWatch read = new DriftWatch(reference, thresholds);
    read.windowsClosed = in.count();
    read.open = Window.read(in);
    read.last = in.count() == 1 ? Optional.of(Window.read(in)) : Optional.empty();
    read.lastButOne = in.count() == 1 ? Optional.of(Window.read(in)) : Optional.empty();
    read.recent = RecentRows.read(in);
    read.joint = JointWindow.read(in);
    read.jointVerdict =
        new JointVerdict(
            Status.valueOf(in.text()),
            in.text(),
            in.number(),
            in.number(),
            in.count(),
            Said.read(in.text()));
    return read;
  }
}
