package dev.perennial.model;

import dev.perennial.db.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code model_version} and {@code promotion}. Safe for use by many threads. */
final class VersionTable {
  private final Database database;

  VersionTable(Database database) {
    this.database = database;
  }

  /** A version with the text of its manifest. */
  record Registered(VersionId id, String manifest) {}

  List<String> models() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT model FROM model_version ORDER BY model
                    """)
                .mapTo(String.class)
                .list());
  }

  List<VersionId> versions(String model) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, version FROM model_version WHERE model = :model ORDER BY version
                    """)
                .bind("model", model)
                .map(
                    (row, context) -> new VersionId(row.getInt("id"), model, row.getInt("version")))
                .list());
  }

  /** The champions, the present one first: a version stands there each time that it became one. */
  List<VersionId> champions(String model, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT model_version.id, model_version.version
                    FROM promotion JOIN model_version
                      ON model_version.model = promotion.model
                        AND model_version.version = promotion.to_version
                    WHERE promotion.model = :model AND promotion.alias = :champion
                    ORDER BY promotion.id DESC
                    FETCH FIRST :most ROWS ONLY
                    """)
                .bind("model", model)
                .bind("champion", Alias.CHAMPION.text())
                .bind("most", most)
                .map(
                    (row, context) -> new VersionId(row.getInt("id"), model, row.getInt("version")))
                .list());
  }

  Optional<Registered> byKey(int key) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT model, version, manifest FROM model_version WHERE id = :key
                    """)
                .bind("key", key)
                .map(
                    (row, context) ->
                        new Registered(
                            new VersionId(key, row.getString("model"), row.getInt("version")),
                            row.getString("manifest")))
                .findOne());
  }

  /** Every promotion of a model to any alias, newest first. */
  List<Promotion> promotions(String model) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT alias, from_version, to_version, promoted_at, actor, reason
                    FROM promotion WHERE model = :model ORDER BY id DESC
                    """)
                .bind("model", model)
                .map(
                    (row, context) ->
                        new Promotion(
                            Alias.of(row.getString("alias")),
                            Optional.ofNullable(row.getObject("from_version", Integer.class)),
                            row.getInt("to_version"),
                            row.getObject("promoted_at", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getString("reason")))
                .list());
  }

  /** Adds a version and, if there is one, the promotion to it: both or neither. */
  VersionId add(
      String model, int version, Manifest manifest, Instant at, Optional<Promotion> promotion) {
    return database.write(
        handle -> {
          int key =
              handle
                  .createUpdate(
                      """
                      INSERT INTO model_version (model, version, sha256, manifest, registered_at)
                      VALUES (:model, :version, :sha256, :manifest, :at)
                      """)
                  .bind("model", model)
                  .bind("version", version)
                  .bind("sha256", manifest.classifier().sha256())
                  .bind("manifest", ManifestJson.write(manifest))
                  .bind("at", at.atOffset(ZoneOffset.UTC))
                  .executeAndReturnGeneratedKeys("id")
                  .mapTo(Integer.class)
                  .one();
          promotion.ifPresent(made -> insert(handle, model, made));
          return new VersionId(key, model, version);
        });
  }

  void add(String model, Promotion promotion) {
    database.run(handle -> insert(handle, model, promotion));
  }

  private static void insert(Handle handle, String model, Promotion promotion) {
    handle
        .createUpdate(
            """
            INSERT INTO promotion
              (model, alias, from_version, to_version, promoted_at, actor, reason)
            VALUES (:model, :alias, :from, :to, :at, :actor, :reason)
            """)
        .bind("model", model)
        .bind("alias", promotion.alias().text())
        .bindByType("from", promotion.from().orElse(null), Integer.class)
        .bind("to", promotion.to())
        .bind("at", promotion.at().atOffset(ZoneOffset.UTC))
        .bind("actor", promotion.actor())
        .bind("reason", promotion.reason())
        .execute();
  }
}
