package dev.perennial.training;

import dev.perennial.db.Database;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelLog;
import dev.perennial.model.Alias;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Interval;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each model's challenger what its champion has been asked, from the rows that the database
 * has: no request waits for it or knows of it. Its answers are compared and kept apart; nobody was
 * told them. Safe for use by many threads: one takes turns, the others read.
 */
public final class Shadow {
  private static final Logger logger = LoggerFactory.getLogger(Shadow.class);

  /** How often a turn comes. */
  public static final Duration TURN = Duration.ofSeconds(5);

  /** A verdict costs some tenths of a second. */
  private static final Duration VERDICT_AGAIN = Duration.ofSeconds(30);

  /** An id is made a moment before its row is appended. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

  private final Options options;
  private final ShadowTable table;
  private final LabelLog labels;
  private final ModelRegistry registry;
  private final Supplier<Optional<Instant>> undrained;
  private final Clock clock;
  private final Map<String, ShadowTrack> tracks = new HashMap<>();
  private final Map<String, ShadowState> states = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new HashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /**
   * What the settings say.
   *
   * @param perSecond rows that a challenger is asked at most; 0: none
   * @param keep so many answers of a challenger stay
   * @param strangers whether labels of strangers count
   * @param margins of the gate
   */
  public record Options(int perSecond, long keep, boolean strangers, Margins margins) {}

  /**
   * @param undrained when the oldest entry was made that the database does not have
   */
  public Shadow(
      Options options,
      Database database,
      ModelRegistry registry,
      Supplier<Optional<Instant>> undrained,
      Clock clock) {
    this.options = options;
    this.table = new ShadowTable(database);
    this.labels = new LabelLog(database);
    this.registry = registry;
    this.undrained = undrained;
    this.clock = clock;
  }

  /** How a model's challenger does, if it has one that is asked. */
  public Optional<ShadowState> of(String model) {
    return Optional.ofNullable(states.get(model));
  }

  /** Rows that challengers were asked, since the start. */
  public long asked() {
    return asked.get();
  }

  /** Rows that challengers were not asked for want of time, since the start. */
  public long dropped() {
    return dropped.get();
  }

  /** One turn for every model. One thread at a time. */
  public void turn() {
    if (options.perSecond() == 0) {
      return;
    }
    for (String model : registry.models()) {
      turn(model);
    }
  }

  /** A model whose turn fails keeps no other from its own. */
  private void turn(String model) {
    try {
      Optional<VersionId> challenger = registry.challenger(model);
      Optional<VersionId> champion = registry.champion(model);
      if (challenger.isPresent() && champion.isPresent()) {
        turn(champion.get(), challenger.get());
      } else {
        tracks.remove(model);
        states.remove(model);
      }
    } catch (RuntimeException e) {
      logger.error("{}: its challenger cannot be asked", model, e);
    }
  }

  private void turn(VersionId champion, VersionId challenger) {
    String model = champion.model();
    ShadowTrack track = tracks.get(model);
    if (track == null || !track.isOf(champion, challenger)) {
      ShadowState state = states.get(model);
      if (state != null && !state.trouble().isEmpty() && state.version() == challenger.version()) {
        return; // it could not be loaded
      }
      Optional<ShadowTrack> begun = begin(champion, challenger);
      if (begun.isEmpty()) {
        return;
      }
      track = begun.get();
      tracks.put(model, track);
    }
    long before = track.dropped();
    int most = Math.toIntExact(options.perSecond() * TURN.toSeconds());
    asked.addAndGet(track.turn(Ids.firstAt(settled()), most, options.keep()));
    dropped.addAndGet(track.dropped() - before);
    tell(model, track);
  }

  private void tell(String model, ShadowTrack track) {
    long now = System.nanoTime();
    Long last = told.get(model);
    ShadowState state = states.get(model);
    boolean young = state == null || state.scores().rows() == 0;
    boolean due = last == null || now - last > VERDICT_AGAIN.toNanos();
    if (track.changed() && (young || due)) {
      states.put(model, track.state());
      told.put(model, now);
    }
  }

  /** Everything made before this moment is in the database. */
  private Instant settled() {
    Instant now = clock.instant().minus(IN_FLIGHT);
    return undrained.get().filter(oldest -> oldest.isBefore(now)).orElse(now);
  }

  private Optional<ShadowTrack> begin(VersionId champion, VersionId challenger) {
    String model = champion.model();
    states.remove(model);
    Instant since = since(challenger);
    try {
      LoadedModel loaded = registry.load(challenger);
      Deployment.sameInputs(loaded.schema(), Optional.of(registry.schema(champion.key())));
      if (registry.schema(champion.key()).hasPrivate()) {
        throw new ModelException(Said.of("said.shadow-private"));
      }
      for (VersionId other : registry.versions(model)) {
        if (!other.equals(challenger)) {
          Object unused = table.deleteOldest(other.key(), Long.MAX_VALUE);
        }
      }
      return Optional.of(
          new ShadowTrack(
              champion, loaded, since, table, labels, options.strangers(), options.margins()));
    } catch (ModelException e) {
      logger.warn("{} is not asked in the shadow: {}", challenger, e.getMessage());
      states.put(model, trouble(champion, challenger, since, e.says()));
      return Optional.empty();
    }
  }

  private ShadowState trouble(
      VersionId champion, VersionId challenger, Instant since, Said sentence) {
    return new ShadowState(
        challenger.version(),
        champion.version(),
        since,
        true,
        0,
        0,
        new Interval(0, 1),
        0,
        0,
        new ShadowState.Scores(0, 0, 0),
        new Verdict(false, false, Optional.empty(), List.of()),
        Optional.of(sentence));
  }

  private Instant since(VersionId challenger) {
    return registry.history(challenger.model()).stream()
        .filter(change -> change.alias() == Alias.CHALLENGER)
        .filter(change -> change.to() == challenger.version())
        .map(Promotion::at)
        .findFirst()
        .orElseGet(clock::instant);
  }
}
