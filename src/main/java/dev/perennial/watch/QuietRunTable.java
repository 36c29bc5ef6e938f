package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How often each rule alarmed when a version's own reference was run through it: once a version.
 */
final class QuietRunTable {
  private QuietRunTable() {}

  /**
   * What a run showed.
   *
   * @param incidents raised without any change
   * @param length rows, or labels where the rule looks at labels
   */
  record Ran(long incidents, long length) {
    /**
     * To be expected of so many rows or labels. Half an incident is added, as Jeffreys would: a run
     * that saw none has not shown that there never is one.
     */
    double expectedIn(double live) {
      return (incidents + .5) / length * live;
    }
  }

  /** Whether a rule looks at labels, not at rows. */
  static boolean isOfLabels(AlarmKind kind) {
    return kind == AlarmKind.PERFORMANCE || kind == AlarmKind.CONCEPT_DRIFT;
  }

  static Map<AlarmKind, Ran> of(Handle handle, int version) {
    Map<AlarmKind, Ran> runs = new EnumMap<>(AlarmKind.class);
    handle
        .createQuery("SELECT kind, incidents, run_length FROM quiet_run WHERE version = :version")
        .bind("version", version)
        .map(
            row ->
                Map.entry(
                    AlarmKind.valueOf(row.getColumn("kind", String.class)),
                    new Ran(
                        row.getColumn("incidents", Long.class),
                        row.getColumn("run_length", Long.class))))
        .forEach(run -> runs.put(run.getKey(), run.getValue()));
    return runs;
  }

  static void add(Handle handle, int version, Map<AlarmKind, Ran> runs, Instant at) {
    runs.forEach(
        (kind, ran) ->
            handle
                .createUpdate(
                    """
                    INSERT INTO quiet_run (version, kind, incidents, run_length, run_at)
                    VALUES (:version, :kind, :incidents, :length, :at)
                    """)
                .bind("version", version)
                .bind("kind", kind.name())
                .bind("incidents", ran.incidents())
                .bind("length", ran.length())
                .bind("at", at)
                .execute());
  }
}
