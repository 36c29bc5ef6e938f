package dev.perennial.serving;

import dev.perennial.db.DatabaseException;
import dev.perennial.log.Drain;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.JournalException;
import dev.perennial.log.LabelLog;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Takes what people and programs say was the true answer: read, check against the schema of the
 * version that answered, record, and only then count it. Safe for use by many threads.
 *
 * <p>Two requests that tell the same at the same moment may both be recorded, which does no harm:
 * the later one holds, and says the same.
 */
public final class Labels {
  /** How long an answer that is on its way into the database is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Journal journal;
  private final Drain drain;
  private final PredictionLog predictions;
  private final LabelLog labels;
  private final IntFunction<Schema> schemas;
  private final Ids ids;
  private final IdText idText;
  private final Clock clock;
  private final int most;
  private final StrictJson json = new StrictJson();

  /**
   * @param schemas the schema of the version with this key
   * @param most how many labels one request may hold
   */
  public Labels(
      Journal journal,
      Drain drain,
      PredictionLog predictions,
      LabelLog labels,
      IntFunction<Schema> schemas,
      Ids ids,
      IdText idText,
      Clock clock,
      int most) {
    this.journal = journal;
    this.drain = drain;
    this.predictions = predictions;
    this.labels = labels;
    this.schemas = schemas;
    this.ids = ids;
    this.idText = idText;
    this.clock = clock;
    this.most = most;
  }

  /**
   * Takes one JSON object or a list of them.
   *
   * @throws MalformedJson if the body is not JSON
   * @throws TooManyLabels if the list is too long; nothing of it is recorded
   * @throws JournalException if the labels could not be recorded; none of them is
   * @throws DatabaseException if it is not known which versions answered, or what is recorded
   */
  public LabelOutcome json(byte[] body, Teller teller) throws MalformedJson, TooManyLabels {
    return bounded(LabelJson.read(json, body, most), teller);
  }

  /**
   * Takes CSV with a header.
   *
   * @throws MalformedCsv if the body is not CSV of these columns
   * @throws TooManyLabels as {@link #json}
   */
  public LabelOutcome csv(byte[] body, Teller teller) throws MalformedCsv, TooManyLabels {
    return bounded(LabelCsv.read(body, most), teller);
  }

  private LabelOutcome bounded(List<SentLabel> sent, Teller teller) throws TooManyLabels {
    if (sent.size() > most) {
      throw new TooManyLabels(most);
    }
    return take(sent, teller);
  }

  /** Takes these labels; throws as {@link #json}. */
  public LabelOutcome take(List<SentLabel> sent, Teller teller) {
    List<OptionalLong> named =
        sent.stream()
            .map(label -> label.prediction().map(idText::parse).orElse(OptionalLong.empty()))
            .toList();
    Set<Long> known =
        named.stream()
            .flatMapToLong(OptionalLong::stream)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    Map<Long, Integer> versions = versions(known);
    LabelCheck check = new LabelCheck(clock.instant());
    LabelTally tally = new LabelTally(teller, ids::next, holding(versions.keySet()), check);
    for (int i = 0; i < sent.size(); i++) {
      tally.add(i, sent.get(i), named.get(i), target(named.get(i), versions));
    }
    journal.append(tally.entries());
    return tally.outcome();
  }

  private Optional<Feature> target(OptionalLong id, Map<Long, Integer> versions) {
    return id.isPresent() && versions.containsKey(id.getAsLong())
        ? Optional.of(schemas.apply(versions.get(id.getAsLong())).target())
        : Optional.empty();
  }

  /**
   * A prediction that a label may be told for.
   *
   * @param version {@link dev.perennial.model.VersionId#key()} of the version that answered
   * @param holding what holds as its true answer
   */
  public record Asked(long prediction, int version, Optional<Label> holding) {}

  /** The prediction with this id as text, if it is one of ours; throws as {@link #json}. */
  public Optional<Asked> asked(String prediction) {
    OptionalLong id = idText.parse(prediction);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Set<Long> one = Set.of(id.getAsLong());
    return versions(one).entrySet().stream()
        .map(
            found ->
                new Asked(
                    found.getKey(),
                    found.getValue(),
                    Optional.ofNullable(holding(one).get(found.getKey()))))
        .findFirst();
  }

  /** What holds as the true answers of these predictions, with what the drain has not moved yet. */
  private Map<Long, Label> holding(Set<Long> known) {
    Map<Long, Label> holding = new HashMap<>(labels.current(known));
    for (long id : known) {
      journal
          .recent()
          .label(id)
          .ifPresent(label -> holding.merge(id, label, (a, b) -> a.id() > b.id() ? a : b));
    }
    return holding;
  }

  /** The version that answered, for those of these predictions that are recorded at all. */
  private Map<Long, Integer> versions(Set<Long> known) {
    Map<Long, Integer> versions = new HashMap<>();
    for (long id : known) {
      journal.recent().version(id).ifPresent(key -> versions.put(id, key));
    }
    versions.putAll(predictions.versions(without(known, versions)));
    List<Long> unknown = without(known, versions);
    if (!unknown.isEmpty()) {
      if (!drain.await(PATIENCE)) {
        throw new DatabaseException("predictions wait to be stored, and labels are sent for them");
      }
      versions.putAll(predictions.versions(unknown));
    }
    return versions;
  }

  private static List<Long> without(Set<Long> known, Map<Long, Integer> found) {
    return known.stream().filter(id -> !found.containsKey(id)).toList();
  }
}
