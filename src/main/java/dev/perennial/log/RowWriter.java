package dev.perennial.log;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Failed;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.Entry.Request;
import dev.perennial.model.Schema;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Writes entries to their tables with plain JDBC batches, several times as fast as anything above
 * it. One thread at a time.
 */
final class RowWriter {
  /** Fills the parameters of one row. */
  private interface Binder<E> {
    void bind(PreparedStatement row, E entry) throws SQLException;
  }

  private final IntFunction<Schema> schemas;

  /** A version never changes. */
  private final Map<Integer, Schema> known = new ConcurrentHashMap<>();

  RowWriter(IntFunction<Schema> schemas) {
    this.schemas = schemas;
  }

  /** Inserts the rows; the entries' ids must not be there yet. */
  void insert(Handle handle, List<Entry> entries) {
    insertAnswered(handle, of(Answered.class, entries));
    insertRequests(handle, of(Request.class, entries));
    insertFailed(handle, of(Failed.class, entries));
    insertLabels(handle, of(Label.class, entries));
  }

  static <E extends Entry> List<E> of(Class<E> type, List<Entry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The table that keeps entries of this type. */
  static String table(Class<? extends Entry> type) {
    if (type == Answered.class) {
      return "prediction";
    }
    if (type == Label.class) {
      return "label";
    }
    return type == Request.class ? "request" : "failed_attempt";
  }

  static List<Class<? extends Entry>> types() {
    return List.of(Answered.class, Request.class, Failed.class, Label.class);
  }

  private void insertAnswered(Handle handle, List<Answered> entries) {
    batch(
        handle,
        entries,
        """
        INSERT INTO prediction (id, request, model_version, source, inputs, answer, probabilities,
          parse_us, score_us, warnings)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        this::bind);
  }

  private void bind(PreparedStatement row, Answered answered) throws SQLException {
    Schema schema = known.computeIfAbsent(answered.version(), schemas::apply);
    row.setLong(1, answered.id());
    row.setLong(2, answered.request());
    row.setInt(3, answered.version());
    row.setInt(4, answered.source().code());
    row.setString(5, JsonText.inputs(answered.row(), schema));
    row.setString(6, JsonText.answer(answered.prediction(), schema));
    row.setString(7, JsonText.probabilities(answered.prediction()));
    row.setInt(8, answered.parseMicros());
    row.setInt(9, answered.scoreMicros());
    row.setString(10, answered.warnings().isEmpty() ? null : JsonText.texts(answered.warnings()));
  }

  private static void insertRequests(Handle handle, List<Request> entries) {
    batch(
        handle,
        entries,
        """
        INSERT INTO request (id, client_id, method, route, status, duration_us)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        (row, request) -> {
          row.setLong(1, request.id());
          row.setString(2, request.clientId().isEmpty() ? null : storable(request.clientId()));
          row.setString(3, storable(request.method()));
          row.setString(4, request.route());
          row.setInt(5, request.status());
          row.setInt(6, request.micros());
        });
  }

  private static void insertFailed(Handle handle, List<Failed> entries) {
    batch(
        handle,
        entries,
        """
        INSERT INTO failed_attempt (id, request, model, reason, input)
        VALUES (?, ?, ?, ?, ?)
        """,
        (row, failed) -> {
          row.setLong(1, failed.id());
          row.setLong(2, failed.request());
          row.setString(3, storable(failed.model()));
          row.setString(4, storable(failed.reason()));
          row.setString(5, storable(failed.input()));
        });
  }

  private static void insertLabels(Handle handle, List<Label> entries) {
    batch(
        handle,
        entries,
        """
        INSERT INTO label (prediction, id, label, observed_at, source, actor)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        (row, label) -> {
          row.setLong(1, label.prediction());
          row.setLong(2, label.id());
          row.setString(3, label.text());
          row.setObject(4, label.observedAt() == 0 ? null : time(label.observedAt()));
          row.setInt(5, label.source().code());
          row.setString(6, storable(label.actor()));
        });
  }

  private static OffsetDateTime time(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  /** PostgreSQL takes every character but NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static <E> void batch(Handle handle, List<E> entries, String sql, Binder<E> binder) {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement rows = handle.getConnection().prepareStatement(sql)) {
      for (E entry : entries) {
        binder.bind(rows, entry);
        rows.addBatch();
      }
      int[] counts = rows.executeBatch();
      if (Arrays.stream(counts).anyMatch(count -> count != 1)) {
        throw new IllegalStateException("a batch of inserts that did not insert every row");
      }
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }
}
