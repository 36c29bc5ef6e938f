package dev.perennial.monitor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * How often the real rules raise an incident where nothing has changed: rows and labels drawn anew
 * from the reference are followed, judged and shown to alarms exactly as live ones are.
 */
public final class QuietRuns {
  private static final long MILLIS_A_ROW = 1_000;

  /** Alarms see the windows so far apart that each rise is an incident of its own. */
  private static final long APART = 2 * Alarm.REOPENS_WITHIN_MILLIS;

  private static final int LABELS_A_WINDOW = 200;

  private QuietRuns() {}

  /**
   * Incidents of the rules on rows. Takes about a second for a million values.
   *
   * @param rows of the reference's own columns, a bounded sample, at least one
   * @param blockRows how many consecutive rows hang together in live traffic, at least 1
   * @param count how many rows to run
   */
  public static Map<AlarmKind, Long> ofRows(
      ReferenceProfile reference, double[][] rows, int blockRows, long count, long seed) {
    Map<AlarmKind, Function<DriftWatch, Look>> rules =
        Map.of(
            AlarmKind.DATA_FAULT, watch -> DriftLooks.faults(watch.verdicts()),
            AlarmKind.DATA_DRIFT, watch -> DriftLooks.inputs(watch.verdicts(), watch.joint()),
            AlarmKind.PREDICTION_DRIFT, watch -> DriftLooks.answers(watch.verdicts()));
    Map<AlarmKind, Alarm> alarms = quiet(List.copyOf(rules.keySet()));
    Random random = new Random(seed);
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    long windows = 0;
    int at = 0;
    for (long i = 0; i < count; i++) {
      at = i % blockRows == 0 ? random.nextInt(rows.length) : at + 1;
      watch.add(rows[at % rows.length], i * MILLIS_A_ROW);
      if (watch.windowsClosed() > windows) {
        windows = watch.windowsClosed();
        long now = windows * APART;
        rules.forEach(
            (kind, rule) ->
                alarms.computeIfPresent(kind, (k, alarm) -> alarm.after(rule.apply(watch), now)));
      }
    }
    return incidents(alarms);
  }

  /**
   * Incidents of the rules on labels, drawn from the hold-out's confusion matrix.
   *
   * @param classes in the schema's order
   * @param count how many labels to run
   */
  public static Map<AlarmKind, Long> ofLabels(
      HoldOut holdOut, List<String> classes, long count, long seed) {
    Map<AlarmKind, Alarm> alarms = quiet(List.of(AlarmKind.PERFORMANCE, AlarmKind.CONCEPT_DRIFT));
    PerformanceWatch performance = new PerformanceWatch(holdOut.n(), holdOut.correct());
    ConceptWatch concept = new ConceptWatch(classes, 1 - holdOut.accuracy());
    Random random = new Random(seed);
    for (long i = 1; i <= count; i++) {
      long cell = (long) (random.nextDouble() * holdOut.n());
      int actual = 0;
      int given = 0;
      while (cell >= holdOut.confusion()[actual][given]) {
        cell -= holdOut.confusion()[actual][given];
        given = (given + 1) % classes.size();
        actual += given == 0 ? 1 : 0;
      }
      performance.add(actual == given);
      concept.add(actual, given);
      if (i % LABELS_A_WINDOW == 0) {
        long now = i / LABELS_A_WINDOW * APART;
        alarms.computeIfPresent(
            AlarmKind.PERFORMANCE,
            (kind, alarm) -> alarm.after(LabelLooks.performance(performance.verdict()), now));
        alarms.computeIfPresent(
            AlarmKind.CONCEPT_DRIFT,
            (kind, alarm) -> alarm.after(LabelLooks.concept(concept.verdict()), now));
      }
    }
    return incidents(alarms);
  }

  private static Map<AlarmKind, Alarm> quiet(List<AlarmKind> kinds) {
    Map<AlarmKind, Alarm> alarms = new EnumMap<>(AlarmKind.class);
    kinds.forEach(kind -> alarms.put(kind, Alarm.quiet(kind)));
    return alarms;
  }

  private static Map<AlarmKind, Long> incidents(Map<AlarmKind, Alarm> alarms) {
    Map<AlarmKind, Long> incidents = new EnumMap<>(AlarmKind.class);
    alarms.forEach((kind, alarm) -> incidents.put(kind, alarm.incident()));
    return incidents;
  }
}
