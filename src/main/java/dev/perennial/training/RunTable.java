package dev.perennial.training;

import dev.perennial.db.Database;
import dev.perennial.model.Verdict;
import dev.perennial.training.Run.State;
import dev.perennial.words.Said;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code run}. Safe for use by many threads. */
final class RunTable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SELECT =
      """
      SELECT id, model, state, requested_at, requested_by, reason, started_at, ended_at, sentence,
        said, summary, verdict, version
      FROM run
      """;

  private final Database database;

  RunTable(Database database) {
    this.database = database;
  }

  long add(RunRequest request, Instant at, Said sentence) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO run (model, state, requested_at, requested_by, reason, sentence, said)
                    VALUES (:model, 'queued', :at, :actor, :reason, :sentence, :said)
                    """)
                .bind("model", request.model())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", request.actor())
                .bind("reason", request.reason())
                .bind("sentence", sentence.english())
                .bind("said", sentence.stored())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  void start(long id, Instant at) {
    database.run(
        handle ->
            handle
                .createUpdate("UPDATE run SET started_at = :at WHERE id = :id")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute());
  }

  void phase(long id, State state, Said sentence) {
    database.run(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE run SET state = :state, sentence = :sentence, said = :said
                    WHERE id = :id
                    """)
                .bind("state", state.text())
                .bind("sentence", sentence.english())
                .bind("said", sentence.stored())
                .bind("id", id)
                .execute());
  }

  void data(long id, DataSummary summary) {
    database.run(
        handle ->
            handle
                .createUpdate(
                    "UPDATE run SET summary = :summary, train_rows = :rows WHERE id = :id")
                .bind("summary", MAPPER.writeValueAsString(summary))
                .bind("rows", summary.train())
                .bind("id", id)
                .execute());
  }

  /**
   * @param algorithm the scheme with its options
   */
  void trained(long id, long millis, String algorithm) {
    database.run(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE run SET train_ms = :millis, algorithm = :algorithm WHERE id = :id
                    """)
                .bind("millis", millis)
                .bind("algorithm", algorithm)
                .bind("id", id)
                .execute());
  }

  void end(
      long id,
      State state,
      Instant at,
      Said sentence,
      Optional<Verdict> verdict,
      Optional<Integer> version) {
    database.run(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE run SET state = :state, ended_at = :at, sentence = :sentence,
                      said = :said, verdict = :verdict, version = :version
                    WHERE id = :id
                    """)
                .bind("state", state.text())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("sentence", sentence.english())
                .bind("said", sentence.stored())
                .bindByType(
                    "verdict", verdict.map(MAPPER::writeValueAsString).orElse(null), String.class)
                .bindByType("version", version.orElse(null), Integer.class)
                .bind("id", id)
                .execute());
  }

  /** Ends what a stop of the server left unfinished; gives how many there were. */
  int failUnfinished(Instant at, Said sentence) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE run SET state = 'failed', ended_at = :at, sentence = :sentence,
                      said = :said
                    WHERE state IN ('queued', 'preparing', 'training', 'evaluating')
                    """)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("sentence", sentence.english())
                .bind("said", sentence.stored())
                .execute());
  }

  Optional<Run> find(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(RunTable::run)
                .findOne());
  }

  /** The newest runs with ids below {@code before}, the newest first. */
  List<Run> newest(Optional<String> model, long before, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE id < :before AND (:model = '' OR model = :model)
                        ORDER BY id DESC FETCH FIRST :most ROWS ONLY
                        """)
                .bind("before", before)
                .bind("model", model.orElse(""))
                .bind("most", most)
                .map(RunTable::run)
                .list());
  }

  /** Milliseconds a row of the model's last training of this kind; empty if there was none. */
  Optional<Double> pace(String model, String algorithm) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT train_ms, train_rows FROM run
                    WHERE model = :model AND algorithm = :algorithm AND train_ms IS NOT NULL
                      AND train_rows > 0
                    ORDER BY id DESC FETCH FIRST 1 ROWS ONLY
                    """)
                .bind("model", model)
                .bind("algorithm", algorithm)
                .map(
                    row ->
                        row.getColumn("train_ms", Double.class)
                            / row.getColumn("train_rows", Double.class))
                .findOne());
  }

  private static Run run(RowView row) {
    return new Run(
        row.getColumn("id", Long.class),
        row.getColumn("model", String.class),
        State.of(row.getColumn("state", String.class)),
        time(row, "requested_at").orElseThrow(),
        row.getColumn("requested_by", String.class),
        row.getColumn("reason", String.class),
        time(row, "started_at"),
        time(row, "ended_at"),
        Said.read(text(row, "said"), row.getColumn("sentence", String.class)),
        text(row, "summary").map(json -> MAPPER.readValue(json, DataSummary.class)),
        text(row, "verdict").map(json -> MAPPER.readValue(json, Verdict.class)),
        Optional.ofNullable(row.getColumn("version", Integer.class)));
  }

  private static Optional<String> text(RowView row, String column) {
    @Nullable String text = row.getColumn(column, String.class);
    return Optional.ofNullable(text);
  }

  private static Optional<Instant> time(RowView row, String column) {
    @Nullable OffsetDateTime time = row.getColumn(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
