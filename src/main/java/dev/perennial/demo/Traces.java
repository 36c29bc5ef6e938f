package dev.perennial.demo;

import dev.perennial.db.Database;
import dev.perennial.log.Ids;
import dev.perennial.log.Source;
import dev.perennial.model.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All that a model has left in the database. Safe for use by many threads. */
final class Traces {
  /** A play lasts minutes: its rows need not be looked for beyond. */
  private static final Duration LONGEST_PLAY = Duration.ofHours(1);

  /** What hangs on other rows goes before them. */
  private static final List<String> OF_VERSIONS =
      List.of(
          """
          DELETE FROM label WHERE prediction IN
            (SELECT id FROM prediction WHERE id >= :first AND model_version IN (<versions>))
          """,
          "DELETE FROM shadow WHERE version IN (<versions>)",
          "DELETE FROM prediction WHERE id >= :first AND model_version IN (<versions>)",
          "DELETE FROM bucket WHERE version IN (<versions>)",
          "DELETE FROM watch WHERE version IN (<versions>)",
          "DELETE FROM reference WHERE version IN (<versions>)",
          "DELETE FROM quiet_run WHERE version IN (<versions>)");

  private static final List<String> OF_THE_MODEL =
      List.of(
          "DELETE FROM failed_attempt WHERE id >= :first AND model = :model",
          """
          DELETE FROM delivery WHERE transition IN
            (SELECT id FROM alarm_transition WHERE model = :model)
          """,
          "DELETE FROM alarm_transition WHERE model = :model",
          "DELETE FROM alarm WHERE model = :model",
          "DELETE FROM run WHERE model = :model",
          "DELETE FROM promotion WHERE model = :model",
          "DELETE FROM model_version WHERE model = :model");

  private final Database database;

  Traces(Database database) {
    this.database = database;
  }

  /** Deletes all of it, in one transaction. */
  void delete(String model, List<VersionId> versions, Instant since) {
    database.run(
        handle -> {
          OF_VERSIONS.forEach(sql -> ofVersions(handle, sql, versions, since));
          OF_THE_MODEL.forEach(sql -> ofTheModel(handle, sql, model, since));
        });
  }

  private static void ofVersions(
      Handle handle, String sql, List<VersionId> versions, Instant since) {
    var update = handle.createUpdate(sql).bindList("versions", keys(versions));
    if (sql.contains(":first")) {
      update.bind("first", Ids.firstAt(since));
    }
    update.execute();
  }

  private static void ofTheModel(Handle handle, String sql, String model, Instant since) {
    var update = handle.createUpdate(sql).bind("model", model);
    if (sql.contains(":first")) {
      update.bind("first", Ids.firstAt(since));
    }
    update.execute();
  }

  /** How many rows of the demo are among the predictions of these versions. */
  long rows(List<VersionId> versions, Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM prediction
                    WHERE id >= :first AND id < :last AND source = :demo
                      AND model_version IN (<versions>)
                    """)
                .bind("first", Ids.firstAt(since))
                .bind("last", Ids.firstAt(since.plus(LONGEST_PLAY)))
                .bind("demo", Source.DEMO.code())
                .bindList("versions", keys(versions))
                .mapTo(Long.class)
                .one());
  }

  private static List<Integer> keys(List<VersionId> versions) {
    return versions.stream().map(VersionId::key).toList();
  }
}
