package dev.perennial.watch;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Transition;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored steps of alarms: added and read, never changed. */
public final class Steps {
  /** So many of the newest steps of an incident are carried along; all of them stay stored. */
  static final int CARRIED = 50;

  private static final int LONGEST_SENTENCE = 4_000;
  private static final int LONGEST_SAID = 8_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Steps() {}

  /** A stored step, with what it belongs to. */
  public record Step(
      long id, String model, AlarmKind kind, long incident, int version, Transition transition) {}

  /** Adds a step and returns its key. */
  static long add(Handle handle, Kept kept, Transition step) {
    return handle
        .createUpdate(
            """
            INSERT INTO alarm_transition (model, kind, incident, version, from_state, to_state,
              happened_at, actor, note, sentence, said, figures)
            VALUES (:model, :kind, :incident, :version, :from, :to, :at, :by, :note, :sentence,
              :said, :figures)
            """)
        .bind("model", kept.model())
        .bind("kind", kept.kind().name())
        .bind("incident", kept.alarm().incident())
        .bind("version", kept.version())
        .bind("from", step.from().name())
        .bind("to", step.to().name())
        .bind("at", Instant.ofEpochMilli(step.atMillis()))
        .bind("by", step.by())
        .bind("note", step.note())
        .bind("sentence", cut(step.evidence().sentence().english()))
        .bindByType("said", said(step), String.class)
        .bind("figures", JSON.writeValueAsString(step.evidence().figures()))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Nothing where it would be too long: then the English stays. */
  private static @Nullable String said(Transition step) {
    String said = step.evidence().sentence().stored();
    return said.length() > LONGEST_SAID ? null : said;
  }

  private static String cut(String sentence) {
    return sentence.length() > LONGEST_SENTENCE
        ? sentence.substring(0, LONGEST_SENTENCE)
        : sentence;
  }

  /** The newest steps of an alarm from a key on, oldest first. */
  static List<Step> of(Handle handle, String model, AlarmKind kind, long from, int most) {
    return between(handle, model, kind, from, Long.MAX_VALUE, most);
  }

  /** The newest of those from one key to before another, oldest first. */
  static List<Step> between(
      Handle handle, String model, AlarmKind kind, long from, long before, int most) {
    List<Step> steps =
        new ArrayList<>(
            handle
                .createQuery(
                    """
                    SELECT id, model, kind, incident, version, from_state, to_state, happened_at,
                      actor, note, sentence, said, figures
                    FROM alarm_transition
                    WHERE model = :model AND kind = :kind AND id >= :from AND id < :before
                    ORDER BY id DESC
                    FETCH FIRST :most ROWS ONLY
                    """)
                .bind("model", model)
                .bind("kind", kind.name())
                .bind("from", from)
                .bind("before", before)
                .bind("most", most)
                .map(Steps::step)
                .list());
    Collections.reverse(steps);
    return steps;
  }

  private static Step step(RowView row) {
    String figures = row.getColumn("figures", String.class);
    return new Step(
        row.getColumn("id", Long.class),
        row.getColumn("model", String.class),
        AlarmKind.valueOf(row.getColumn("kind", String.class)),
        row.getColumn("incident", Long.class),
        row.getColumn("version", Integer.class),
        new Transition(
            State.valueOf(row.getColumn("from_state", String.class)),
            State.valueOf(row.getColumn("to_state", String.class)),
            row.getColumn("happened_at", Instant.class).toEpochMilli(),
            row.getColumn("actor", String.class),
            row.getColumn("note", String.class),
            new Evidence(
                Said.read(
                    Optional.ofNullable(row.getColumn("said", String.class)),
                    row.getColumn("sentence", String.class)),
                JSON.readValue(figures, new TypeReference<Map<String, Double>>() {}))));
  }
}
