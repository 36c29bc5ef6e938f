package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.FalseAlarms;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How often each rule alarmed when a version's own reference was run through it: the last count.
 */
final class QuietRunTable {
  private QuietRunTable() {}

  /**
   * What the runs of one rule showed.
   *
   * @param incidents raised without any change
   * @param length rows, or labels where the rule looks at labels
   * @param spread variance of the single runs' counts over their mean, at least 1
   */
  record Ran(long incidents, long length, double spread) {
    /**
     * Runs of one length.
     *
     * @param counts of incidents, one a run
     */
    static Ran of(long[] counts, long each) {
      double mean = Arrays.stream(counts).average().orElse(0);
      double squares = Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum();
      double spread = mean == 0 ? 1 : Math.max(1, squares / (counts.length - 1) / mean);
      return new Ran(Arrays.stream(counts).sum(), each * counts.length, spread);
    }

    FalseAlarms at(double perMonth) {
      return FalseAlarms.of(incidents, length, spread, perMonth);
    }
  }

  /**
   * What runs were made with.
   *
   * @param pace live rows an hour; 0 where none had come
   * @param together how many rows, or labels, were drawn at a time
   */
  record Basis(double pace, int together, Instant at) {}

  /** Whether a rule looks at labels, not at rows. */
  static boolean isOfLabels(AlarmKind kind) {
    return kind == AlarmKind.PERFORMANCE || kind == AlarmKind.CONCEPT_DRIFT;
  }

  static Map<AlarmKind, Ran> of(Handle handle, int version) {
    Map<AlarmKind, Ran> runs = new EnumMap<>(AlarmKind.class);
    handle
        .createQuery(
            """
            SELECT kind, incidents, run_length, spread FROM quiet_run WHERE version = :version
            """)
        .bind("version", version)
        .map(
            row ->
                Map.entry(
                    AlarmKind.valueOf(row.getColumn("kind", String.class)),
                    new Ran(
                        row.getColumn("incidents", Long.class),
                        row.getColumn("run_length", Long.class),
                        row.getColumn("spread", Double.class))))
        .forEach(run -> runs.put(run.getKey(), run.getValue()));
    return runs;
  }

  /** What the last runs of each rule were made with. */
  static Map<AlarmKind, Basis> bases(Handle handle, int version) {
    Map<AlarmKind, Basis> bases = new EnumMap<>(AlarmKind.class);
    handle
        .createQuery("SELECT kind, pace, together, run_at FROM quiet_run WHERE version = :version")
        .bind("version", version)
        .map(
            row ->
                Map.entry(
                    AlarmKind.valueOf(row.getColumn("kind", String.class)),
                    new Basis(
                        row.getColumn("pace", Double.class),
                        row.getColumn("together", Integer.class),
                        row.getColumn("run_at", OffsetDateTime.class).toInstant())))
        .forEach(basis -> bases.put(basis.getKey(), basis.getValue()));
    return bases;
  }

  /** Puts these in the place of earlier ones of the same rules. */
  static void put(Handle handle, int version, Map<AlarmKind, Ran> runs, Basis basis) {
    runs.forEach(
        (kind, ran) -> {
          handle
              .createUpdate("DELETE FROM quiet_run WHERE version = :version AND kind = :kind")
              .bind("version", version)
              .bind("kind", kind.name())
              .execute();
          handle
              .createUpdate(
                  """
                  INSERT INTO quiet_run
                    (version, kind, incidents, run_length, spread, pace, together, run_at)
                  VALUES (:version, :kind, :incidents, :length, :spread, :pace, :together, :at)
                  """)
              .bind("version", version)
              .bind("kind", kind.name())
              .bind("incidents", ran.incidents())
              .bind("length", ran.length())
              .bind("spread", ran.spread())
              .bind("pace", basis.pace())
              .bind("together", basis.together())
              .bind("at", basis.at().atOffset(ZoneOffset.UTC))
              .execute();
        });
  }
}
