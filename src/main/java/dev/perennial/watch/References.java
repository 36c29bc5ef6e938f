package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.model.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The references of all versions, each made once and kept. Safe for use by many threads. */
public final class References {
  private static final Logger logger = LoggerFactory.getLogger(References.class);

  /** Between two attempts to make what could not be made. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Database database;
  private final ModelRegistry registry;
  private final Clock clock;
  private final Map<Integer, Reference> known = new ConcurrentHashMap<>();
  private final Map<Integer, Instant> failed = new ConcurrentHashMap<>();

  public References(Database database, ModelRegistry registry, Clock clock) {
    this.database = database;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * The reference of a version, read or, the first time ever, made from its data: that takes a
   * while, so it is asked for before the version answers. Empty where it cannot be made; that is
   * tried again after a minute.
   *
   * @throws DatabaseException if the database does not answer
   */
  public Optional<Reference> find(int version) {
    Instant now = clock.instant();
    Optional<Instant> before = Optional.ofNullable(failed.get(version));
    if (before.filter(at -> Duration.between(at, now).abs().compareTo(PAUSE) < 0).isPresent()) {
      return Optional.empty();
    }
    try {
      Reference found = of(version);
      if (failed.remove(version) != null) {
        logger.info("{} is watched from now on", registry.version(version));
      }
      return Optional.of(found);
    } catch (DatabaseException e) {
      throw e;
    } catch (RuntimeException e) { // of a stored text or a classifier: neither may stop the drain
      if (failed.put(version, now) == null) {
        logger.error("version key {} is not watched: {}", version, e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** As {@link #find}, but makes none. */
  public Optional<Reference> made(int version) {
    return Optional.ofNullable(known.get(version)).or(() -> read(version));
  }

  /** Makes what the newest version of each model lacks, so that its first rows do not wait. */
  public void prepare() {
    for (String model : registry.models()) {
      registry.versions(model).stream()
          .reduce((older, newer) -> newer)
          .ifPresent(newest -> find(newest.key()));
    }
  }

  /**
   * As {@link #find}, where it has been found before.
   *
   * @throws dev.perennial.model.ModelException if it has to be made and the version cannot be
   *     loaded
   */
  Reference of(int version) {
    return known.computeIfAbsent(version, key -> read(key).orElseGet(() -> make(key)));
  }

  private Optional<Reference> read(int version) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT body FROM reference WHERE version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(body -> JSON.readValue(body, Reference.class)));
  }

  private Reference make(int version) {
    Reference made = ReferenceMaker.make(registry, registry.version(version));
    String body = JSON.writeValueAsString(made);
    database.run(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO reference (version, body, made_at)
                    SELECT :version, :body, :at
                    WHERE NOT EXISTS (SELECT 1 FROM reference WHERE version = :version)
                    """)
                .bind("version", version)
                .bind("body", body)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    return made;
  }
}
