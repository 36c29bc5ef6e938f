package dev.perennial.serving;

import dev.perennial.log.Bulk;
import dev.perennial.log.Entry;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.JournalException;
import dev.perennial.log.Patience;
import dev.perennial.log.Source;
import dev.perennial.model.ModelException;
import dev.perennial.model.Prediction;
import dev.perennial.model.VersionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request: parse, check, predict every row, record all of them, and only then answer.
 * Safe for use by many threads; takes no lock but the journal's and asks no database.
 */
public final class Predictor {
  private static final Logger logger = LoggerFactory.getLogger(Predictor.class);
  private final Journal journal;
  private final Bulk bulk;
  private final Ids ids;
  private final IdText idText;
  private final Policy policy;
  private final JsonRows json = new JsonRows();
  private final LongAdder unlogged = new LongAdder();
  private final Map<VersionId, LongAdder> answered = new ConcurrentHashMap<>();

  public Predictor(Journal journal, Ids ids, IdText idText, Policy policy) {
    this.journal = journal;
    this.bulk = new Bulk(journal);
    this.ids = ids;
    this.idText = idText;
    this.policy = policy;
  }

  /**
   * Answers a JSON body.
   *
   * @param request the id of the request that carries it
   * @throws MalformedJson if the body is not JSON
   * @throws JournalException if the answers could not be recorded, unless the policy lets them go
   */
  public Outcome json(Live live, Source source, long request, byte[] body) throws MalformedJson {
    long start = System.nanoTime();
    Batch batch = json.read(live.inputs(), body);
    return answer(live, source, request, batch, System.nanoTime() - start);
  }

  /**
   * Answers the fields of a form.
   *
   * @throws JournalException as {@link #json}
   */
  public Outcome form(Live live, long request, Map<String, List<String>> fields) {
    long start = System.nanoTime();
    Batch batch = Batch.of(TextRow.read(live.inputs(), fields));
    return answer(live, Source.FORM, request, batch, System.nanoTime() - start);
  }

  /**
   * Answers rows that a door of its own has read.
   *
   * @param parse nanoseconds that reading and checking them took
   * @throws JournalException as {@link #json}
   */
  public Outcome answer(Live live, Source source, long request, Batch batch, long parse) {
    return answer(live, source, request, batch, parse, this::record);
  }

  /**
   * Answers rows of a stream: while the journal has no room it waits, whatever the policy.
   *
   * @param parse nanoseconds for each row
   * @throws JournalException if it gave up; then none of these rows is recorded
   */
  public Outcome patiently(
      Live live, Source source, long request, Batch batch, long parse, Patience patience) {
    return answer(live, source, request, batch, parse, entries -> record(entries, patience));
  }

  private Outcome answer(
      Live live,
      Source source,
      long request,
      Batch batch,
      long parse,
      Predicate<List<Entry.Answered>> record) {
    long scoring = System.nanoTime();
    List<Answer> answers = new ArrayList<>(batch.rows().size());
    List<Entry.Answered> entries = new ArrayList<>(batch.rows().size());
    for (Checked row : batch.rows()) {
      answers.add(
          row instanceof Checked.Accepted accepted
              ? predict(live, source, request, accepted, parse, entries)
              : new Answer.Wrong(((Checked.Refused) row).errors()));
    }
    long logging = System.nanoTime();
    boolean logged = record.test(entries);
    var timings = new Outcome.Timings(parse, logging - scoring, System.nanoTime() - logging);
    return new Outcome(live, batch.single(), answers, timings, logged);
  }

  private Answer predict(
      Live live,
      Source source,
      long request,
      Checked.Accepted accepted,
      long parse,
      List<Entry.Answered> entries) {
    long start = System.nanoTime();
    Prediction prediction;
    try {
      prediction = live.model().predict(accepted.row());
    } catch (ModelException e) {
      logger.error("{} has no answer to a valid row", live.model().id(), e);
      return new Answer.Unanswered();
    }
    int scoreMicros = micros(System.nanoTime() - start);
    long id = ids.next();
    entries.add(
        new Entry.Answered(
            id,
            request,
            live.model().id().key(),
            source,
            live.model().schema().logged(accepted.row()),
            prediction,
            micros(parse),
            scoreMicros,
            accepted.warnings().stream().map(Warning::code).toList()));
    answered.computeIfAbsent(live.model().id(), version -> new LongAdder()).increment();
    return new Answer.Predicted(idText.print(id), accepted.row(), prediction, accepted.warnings());
  }

  private boolean record(List<Entry.Answered> entries) {
    try {
      journal.append(entries);
      return true;
    } catch (JournalException e) {
      if (!policy.answerUnlogged()) {
        throw e;
      }
      unlogged.add(entries.size());
      return false;
    }
  }

  private boolean record(List<Entry.Answered> entries, Patience patience) {
    bulk.append(entries, patience);
    return true;
  }

  /** How many rows each version has answered, since the start. */
  public Map<VersionId, Long> answered() {
    Map<VersionId, Long> counts = new HashMap<>();
    answered.forEach((version, n) -> counts.put(version, n.sum()));
    return counts;
  }

  /** How many answers left without being recorded, since the start. */
  public long unlogged() {
    return unlogged.sum();
  }

  private static int micros(long nanos) {
    return (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
  }
}
