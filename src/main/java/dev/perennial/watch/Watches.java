package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.ModelRegistry;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.VersionWatch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored {@link VersionWatch} of every version. Safe for use by many threads: a change locks
 * the version's row until its transaction ends.
 *
 * <p>The last state is kept in memory, with the stamp under which it was stored. Every change
 * stores another stamp, so that a state from a transaction that was rolled back is never used
 * again.
 */
public final class Watches {
  private static final Logger logger = LoggerFactory.getLogger(Watches.class);

  private record Held(long stamp, VersionWatch watch) {}

  private final Database database;
  private final ModelRegistry registry;
  private final References references;
  private final Map<Integer, Held> held = new ConcurrentHashMap<>();

  public Watches(Database database, ModelRegistry registry, References references) {
    this.database = database;
    this.registry = registry;
    this.references = references;
  }

  /** What was stored last: a copy of the caller's own. Empty before the version's first row. */
  public Optional<VersionWatch> read(int version) {
    return database.read(handle -> body(handle, version)).map(body -> watch(version, body));
  }

  /** Changes a version's watch in this transaction, beginning it if it has none. */
  void change(Handle handle, int version, Consumer<VersionWatch> change) {
    Optional<Long> stamp = lock(handle, version);
    VersionWatch watch =
        stamp.map(s -> current(handle, version, s)).orElseGet(() -> begin(version));
    change.accept(watch);
    store(handle, version, watch, stamp.isPresent());
  }

  /** Taken out of memory while it is changed: a change that fails half-way is never seen. */
  private VersionWatch current(Handle handle, int version, long stamp) {
    @Nullable Held last = held.remove(version);
    return last != null && last.stamp() == stamp
        ? last.watch()
        : watch(version, body(handle, version).orElseThrow());
  }

  /** A watch that has seen nothing yet; it is not stored. */
  VersionWatch begin(int version) {
    Reference reference = references.of(version);
    return new VersionWatch(
        reference.profile(),
        DriftThresholds.standard(),
        registry.schema(version).classes(),
        reference.holdOut(),
        reference.errors());
  }

  /** One that cannot be read is begun anew: storing rows must not depend on watching them. */
  private VersionWatch watch(int version, byte[] body) {
    Reference reference = references.of(version);
    try {
      return VersionWatch.of(
          reference.profile(),
          DriftThresholds.standard(),
          registry.schema(version).classes(),
          reference.holdOut(),
          reference.errors(),
          body);
    } catch (RuntimeException e) {
      logger.error("what was watched of version key {} is begun anew: {}", version, e.getMessage());
      return begin(version);
    }
  }

  private static Optional<Long> lock(Handle handle, int version) {
    return handle
        .createQuery("SELECT stamp FROM watch WHERE version = :version FOR UPDATE")
        .bind("version", version)
        .mapTo(Long.class)
        .findOne();
  }

  private static Optional<byte[]> body(Handle handle, int version) {
    return handle
        .createQuery("SELECT body FROM watch WHERE version = :version")
        .bind("version", version)
        .map((row, context) -> row.getBytes("body"))
        .findOne();
  }

  private void store(Handle handle, int version, VersionWatch watch, boolean there) {
    long stamp = ThreadLocalRandom.current().nextLong();
    handle
        .createUpdate(
            there
                ? "UPDATE watch SET stamp = :stamp, body = :body WHERE version = :version"
                : "INSERT INTO watch (version, stamp, body) VALUES (:version, :stamp, :body)")
        .bind("version", version)
        .bind("stamp", stamp)
        .bind("body", watch.bytes())
        .execute();
    held.put(version, new Held(stamp, watch));
  }
}
