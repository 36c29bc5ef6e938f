package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.ColumnProfile;
import dev.perennial.monitor.ConceptWatch;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.DriftWatch;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.PerformanceWatch;
import dev.perennial.monitor.QuietRows;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.watch.QuietRunTable.Ran;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How often the real rules raise an alarm where nothing has changed. Rows and labels are drawn anew
 * and followed, judged and shown to alarms by the code that does so with live ones.
 *
 * <p>That a reference is itself a sample is the larger part of many false alarms. So each run draws
 * its reference as well, as many rows as the real one has, from the same rows as those that it then
 * follows. For one thread; the same seed gives the same counts.
 */
final class QuietRuns {
  /** Each with a reference of its own, and long enough that its first windows do not matter. */
  private static final int MOST_RUNS = 50;

  private static final int LEAST_RUNS = 2;
  private static final int ROWS_A_RUN = 5_000;

  /** What more rows between two looks would add is forgotten by the rules before the second. */
  static final int MOST_ROWS_A_LOOK = 1_600;

  private static final int MOST_REFERENCE_ROWS = 20_000;
  private static final int ROWS_AT_A_TIME = 200;
  private static final int ANY_VERSION = 1;

  private final Leisure leisure;
  private final Random random;
  private final int runs;
  private final long each;
  private final Map<AlarmKind, long[]> raised = new EnumMap<>(AlarmKind.class);
  private int run;

  /**
   * @param length how many rows or labels all runs have together
   */
  QuietRuns(Leisure leisure, long length, long seed) {
    this.leisure = leisure;
    this.runs = (int) Math.max(LEAST_RUNS, Math.min(MOST_RUNS, length / ROWS_A_RUN));
    this.each = length / runs;
    this.random = new Random(seed);
  }

  /**
   * When rows come and when they are looked at.
   *
   * @param rowsAnHour how many come, evenly, above 0
   * @param tickMillis how often the monitor looks
   */
  record Pace(double rowsAnHour, long tickMillis) {
    private static final double MILLIS_AN_HOUR = 3_600_000;

    double millisARow() {
      return Math.max(MILLIS_AN_HOUR / rowsAnHour, (double) tickMillis / MOST_ROWS_A_LOOK);
    }

    /** How many of the rows in so many hours count: those that a look can still see. */
    double rowsIn(double hours) {
      return hours * MILLIS_AN_HOUR / millisARow();
    }
  }

  /**
   * The rules on rows. Takes about a second for a million values, without rests.
   *
   * @param like the real reference: as large as it is those that are drawn
   * @param quiet of the reference's own columns
   * @return nothing where it was ended before its time
   */
  Map<AlarmKind, Ran> ofRows(
      ReferenceProfile like, QuietRows quiet, Pace pace, DriftThresholds thresholds) {
    for (run = 0; run < runs; run++) {
      DriftWatch watch = new DriftWatch(drawn(like, quiet), thresholds);
      Map<AlarmKind, Kept> alarms = new EnumMap<>(AlarmKind.class);
      long looked = 0;
      int at = 0;
      for (long i = 0; i < each; i++) {
        long now = Math.round(i * pace.millisARow());
        if (now / pace.tickMillis() > looked) {
          looked = now / pace.tickMillis();
          watch.tick(looked * pace.tickMillis());
          show(
              alarms,
              ModelLooks.ofRows(
                  ANY_VERSION, watch.windowsClosed(), watch.verdicts(), watch.joint()),
              looked * pace.tickMillis());
        }
        at = next(i, at, quiet);
        watch.add(quiet.rows()[at], now);
        if (i % ROWS_AT_A_TIME == 0 && !leisure.goesOn()) {
          return Map.of();
        }
      }
    }
    return counted();
  }

  /**
   * The rules on labels.
   *
   * @param quiet one column: true class times the number of classes, and the class given
   * @return nothing where it was ended before its time
   */
  Map<AlarmKind, Ran> ofLabels(HoldOut like, QuietRows quiet, List<String> classes) {
    int k = classes.size();
    for (run = 0; run < runs; run++) {
      long right =
          Arrays.stream(draw(quiet.rows(), size(like.n())))
              .filter(cell -> (int) cell[0] / k == (int) cell[0] % k)
              .count();
      PerformanceWatch performance = new PerformanceWatch(size(like.n()), right);
      ConceptWatch concept = new ConceptWatch(classes, 1 - (double) right / size(like.n()));
      Map<AlarmKind, Kept> alarms = new EnumMap<>(AlarmKind.class);
      int at = 0;
      for (long i = 1; i <= each; i++) {
        at = next(i - 1, at, quiet);
        int cell = (int) quiet.rows()[at][0];
        performance.add(cell / k == cell % k);
        concept.add(cell / k, cell % k);
        if (i % ModelLooks.LABELS_A_WINDOW == 0) {
          show(
              alarms,
              ModelLooks.ofLabels(ANY_VERSION, performance.verdict(), concept.verdict()),
              i);
          if (!leisure.goesOn()) {
            return Map.of();
          }
        }
      }
    }
    return counted();
  }

  /** A block begins anywhere and goes on, past the last row with the first. */
  private int next(long i, int at, QuietRows quiet) {
    int rows = quiet.rows().length;
    return i % quiet.together() == 0 ? random.nextInt(rows) : (at + 1) % rows;
  }

  /** Each rise is one, also one that opens an incident again: somebody is told. */
  private void show(Map<AlarmKind, Kept> alarms, List<NewsLook> looks, long now) {
    for (NewsLook look : looks) {
      Kept before = alarms.getOrDefault(look.kind(), Kept.quiet("", look.kind()));
      Kept after = look.applyTo(before, now);
      alarms.put(look.kind(), after);
      long[] counts = raised.computeIfAbsent(look.kind(), kind -> new long[runs]);
      counts[run] += !before.alarm().open() && after.alarm().open() ? 1 : 0;
    }
  }

  private Map<AlarmKind, Ran> counted() {
    Map<AlarmKind, Ran> counted = new EnumMap<>(AlarmKind.class);
    raised.forEach((kind, counts) -> counted.put(kind, Ran.of(counts, each)));
    return counted;
  }

  private ReferenceProfile drawn(ReferenceProfile like, QuietRows quiet) {
    List<ColumnProfile> profiles = like.columns();
    int[] inputs = columns(profiles, role -> role == Column.Role.FEATURE);
    int[] answers =
        columns(profiles, r -> r == Column.Role.PREDICTION || r == Column.Role.CONFIDENCE);
    long answered = answers.length == 0 ? 0 : profiles.get(answers[0]).rows();
    ReferenceProfile drawn =
        ReferenceProfile.of(
            of(inputs, i -> profiles.get(i).column()),
            only(inputs, draw(quiet.rows(), size(like.rows()))),
            of(answers, i -> profiles.get(i).column()),
            only(answers, draw(quiet.rows(), size(answered))));
    // Drawing draws rows again: only where live rows did come again are copies the sender's doing.
    boolean copies = !QuietRows.nearlyDistinct(quiet.rows(), inputs.length);
    return drawn.withDistinctShare(copies ? like.distinctShare() : 0);
  }

  private double[][] draw(double[][] rows, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> rows[random.nextInt(rows.length)])
        .toArray(double[][]::new);
  }

  private static int size(long rows) {
    return (int) Math.min(rows, MOST_REFERENCE_ROWS);
  }

  private static int[] columns(List<ColumnProfile> profiles, Predicate<Column.Role> wanted) {
    return IntStream.range(0, profiles.size())
        .filter(i -> wanted.test(profiles.get(i).column().role()))
        .toArray();
  }

  private static <T> List<T> of(int[] columns, IntFunction<T> each) {
    return Arrays.stream(columns).mapToObj(each).toList();
  }

  private static double[][] only(int[] columns, double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(columns).mapToDouble(i -> row[i]).toArray())
        .toArray(double[][]::new);
  }
}
