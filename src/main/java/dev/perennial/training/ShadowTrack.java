package dev.perennial.training;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.JsonText;
import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Intervals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One challenger behind one champion. For one thread. */
final class ShadowTrack {
  private static final int LABELS = 500;
  private static final int PAGES_OF_LABELS = 20;

  /** As many turns' rows may wait; more are dropped. */
  private static final int TURNS_WAITING = 12;

  private final VersionId champion;
  private final LoadedModel challenger;
  private final Instant since;
  private final ShadowTable table;
  private final LabelLog labels;
  private final boolean strangers;
  private final Contest contest;
  private long cursor;
  private long labelsSeen;
  private ShadowTable.Counts counts;
  private long dropped;
  private long unanswered;
  private boolean changed = true;

  ShadowTrack(
      VersionId champion,
      LoadedModel challenger,
      Instant since,
      ShadowTable table,
      LabelLog labels,
      boolean strangers,
      Margins margins) {
    this.champion = champion;
    this.challenger = challenger;
    this.since = since;
    this.table = table;
    this.labels = labels;
    this.strangers = strangers;
    contest = new Contest(challenger.schema(), margins);
    int key = challenger.id().key();
    counts = table.counts(key);
    labelsSeen = Ids.firstAt(since);
    cursor = Math.max(labelsSeen, table.last(key).orElse(0));
  }

  boolean isOf(VersionId one, VersionId other) {
    return champion.equals(one) && challenger.id().equals(other);
  }

  long dropped() {
    return dropped;
  }

  /**
   * Asks the challenger what the champion has been asked.
   *
   * @param upTo all rows up to this id are in the database
   * @param most rows in one turn
   * @param keep so many rows stay
   * @return how many it was asked
   */
  int turn(long upTo, int most, long keep) {
    List<ShadowTable.Asked> asked = table.asked(champion.key(), cursor, upTo, most);
    List<ShadowTable.Answered> answers = new ArrayList<>();
    Map<Long, ShadowTable.Both> both = new HashMap<>();
    for (ShadowTable.Asked row : asked) {
      answer(row, answers, both);
    }
    int key = challenger.id().key();
    table.add(key, answers);
    unanswered += asked.size() - answers.size();
    long agreed = answers.stream().filter(ShadowTable.Answered::agrees).count();
    counts = new ShadowTable.Counts(counts.rows() + answers.size(), counts.agreed() + agreed);
    changed |= !answers.isEmpty();
    advance(asked, upTo, most);
    Map<Long, Entry.Label> known = labels.current(both.keySet());
    both.forEach(
        (id, pair) ->
            Optional.ofNullable(known.get(id))
                .ifPresent(label -> take(label.source(), label.text(), pair)));
    takeNewLabels();
    if (counts.rows() > keep) {
      ShadowTable.Counts went = table.deleteOldest(key, counts.rows() - keep);
      counts = new ShadowTable.Counts(counts.rows() - went.rows(), counts.agreed() - went.agreed());
    }
    return asked.size();
  }

  private void advance(List<ShadowTable.Asked> asked, long upTo, int most) {
    if (asked.size() < most) {
      cursor = Math.max(cursor, upTo);
      return;
    }
    cursor = asked.get(asked.size() - 1).id();
    long waiting = table.waiting(champion.key(), cursor, upTo);
    if (waiting > (long) TURNS_WAITING * most) {
      dropped += waiting;
      cursor = upTo;
    }
  }

  private void answer(
      ShadowTable.Asked row, List<ShadowTable.Answered> answers, Map<Long, ShadowTable.Both> both) {
    Schema schema = challenger.schema();
    try {
      Prediction given = challenger.predict(Row.of(schema, JsonText.values(row.inputs())));
      String answer = JsonText.answer(given, schema);
      String probabilities = JsonText.probabilities(given);
      answers.add(
          new ShadowTable.Answered(row.id(), answer, probabilities, answer.equals(row.answer())));
      both.put(
          row.id(),
          new ShadowTable.Both(row.id(), row.answer(), row.probabilities(), answer, probabilities));
    } catch (ModelException e) {
      changed = true; // it is counted as unanswered
    }
  }

  /** Labels that came after their rows were answered by both. */
  private void takeNewLabels() {
    for (int page = 0; page < PAGES_OF_LABELS; page++) {
      List<LabelLog.Arrived> some = labels.arrived(labelsSeen, LABELS);
      Map<Long, LabelLog.Arrived> newest = new HashMap<>();
      some.stream()
          .filter(label -> label.version() == champion.key())
          .filter(label -> strangers || label.source() != LabelSource.ANONYMOUS)
          .forEach(label -> newest.put(label.prediction(), label));
      table
          .both(challenger.id().key(), List.copyOf(newest.keySet()))
          .forEach(
              both ->
                  Optional.ofNullable(newest.get(both.prediction()))
                      .ifPresent(label -> take(label.source(), label.text(), both)));
      labelsSeen = some.isEmpty() ? labelsSeen : some.get(some.size() - 1).id();
      if (some.size() < LABELS) {
        return;
      }
    }
  }

  private void take(LabelSource source, String label, ShadowTable.Both both) {
    if (strangers || source != LabelSource.ANONYMOUS) {
      changed |=
          contest.add(
              both.prediction(),
              label,
              numbers(both.championProbabilities(), both.champion()),
              numbers(both.challengerProbabilities(), both.challenger()));
    }
  }

  private double[] numbers(String probabilities, String answer) {
    return challenger.schema().classes().isEmpty()
        ? new double[] {Double.parseDouble(answer)}
        : JsonText.numbers(probabilities);
  }

  /** Whether there is something to tell since {@link #state} was asked last. */
  boolean changed() {
    return changed;
  }

  ShadowState state() {
    changed = false;
    Contest.Scores scores = contest.scores();
    return new ShadowState(
        challenger.id().version(),
        champion.version(),
        since,
        !challenger.schema().classes().isEmpty(),
        counts.rows(),
        counts.agreed(),
        Intervals.wilson(counts.agreed(), counts.rows(), Intervals.Z95),
        dropped,
        unanswered,
        new ShadowState.Scores(scores.rows(), scores.champion(), scores.challenger()),
        contest.verdict(),
        Optional.empty());
  }
}
