package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.ModelRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The references of all versions, each made once and kept. Safe for use by many threads. */
public final class References {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Database database;
  private final ModelRegistry registry;
  private final Clock clock;
  private final Map<Integer, Reference> known = new ConcurrentHashMap<>();

  public References(Database database, ModelRegistry registry, Clock clock) {
    this.database = database;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * The reference of a version, read or, the first time ever, made from its data: that takes a
   * while.
   *
   * @throws dev.perennial.model.ModelException if it has to be made and the version cannot be
   *     loaded
   */
  public Reference of(int version) {
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
