package dev.perennial.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database: pool, migrations, transactions. Safe for use by many threads. What only
 * one kind of database understands stands here.
 *
 * <p>Its work fails with a {@link DatabaseException}. A database lost at run time (a full disk,
 * say) is opened again by the next work that asks for it.
 */
public final class Database implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Database.class);

  private static final int POOL_SIZE = 10;
  private static final long WAIT_MILLIS = 5_000;
  private static final long NEWS_NANOS = 2_000_000_000L;

  /** The checksum that V005 had until a bound that PostgreSQL refuses was taken out of it. */
  private static final int V005_WITH_ITS_BOUND = 1_124_465_015;

  /** Of the embedded database; empty on a server. */
  private final Optional<Path> file;

  private final DataSource source;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Optional<Away> away = Optional.empty();

  /** A wait for a connection that came to nothing, and when by {@link System#nanoTime()}. */
  private record Away(long nanos, DatabaseException fault) {}

  private Database(Optional<Path> file, DataSource source) {
    this.file = file;
    this.source = source;
    this.pool = new HikariDataSource(poolOf(source));
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens (and migrates) the database in this folder, which is made if it is missing.
   *
   * @throws DatabaseException naming the holder if another process has it open
   */
  public static Database open(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("perennial.mv.db");
    JdbcDataSource source = sourceOf(file);
    try {
      PrivateFiles.makeFolder(folder);
      source.getConnection().close();
    } catch (IOException | SQLException e) {
      throw Faults.atOpening(file, e);
    }
    try {
      migrate(source);
      return new Database(Optional.of(file), source);
    } catch (RuntimeException e) { // of Flyway or the pool: H2 would keep the file open
      shutDown(source);
      throw Faults.atOpening(file, e);
    }
  }

  /** One on a PostgreSQL server, migrated: so far only to show that the SQL runs there too. */
  static Database onServer(DataSource source) {
    migrate(source);
    return new Database(Optional.empty(), source);
  }

  /** Reads in one transaction. */
  public <T> T read(Function<Handle, T> work) {
    try (Handle handle = connected()) {
      return handle.<T, RuntimeException>inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Faults.atWork(e);
    }
  }

  /** Writes in one transaction that is on the disk when this returns. */
  public <T> T write(Function<Handle, T> work) {
    try (Handle handle = connected()) {
      T result = handle.<T, RuntimeException>inTransaction(work::apply);
      force(handle);
      return result;
    } catch (JdbiException e) {
      throw Faults.atWork(e);
    }
  }

  /** As {@link #write}, without a result. */
  public void run(Consumer<Handle> work) {
    try (Handle handle = connected()) {
      handle.<RuntimeException>useTransaction(work::accept);
      force(handle);
    } catch (JdbiException e) {
      throw Faults.atWork(e);
    }
  }

  /** Whoever comes soon after a wait in vain is told the same at once: a page waits only once. */
  private Handle connected() {
    Optional<Away> last = away;
    if (last.isPresent()
        && System.nanoTime() - last.get().nanos() < NEWS_NANOS
        && hasNoConnection()) {
      DatabaseException fault = last.get().fault();
      throw new DatabaseException(String.valueOf(fault.getMessage()), false, fault);
    }
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      DatabaseException fault = Faults.atWork(e);
      if (e.getCause() instanceof SQLTransientConnectionException && hasNoConnection()) {
        away = Optional.of(new Away(System.nanoTime(), fault));
      }
      throw fault;
    }
  }

  /** Not even one that others use: the database is away, not busy. */
  private boolean hasNoConnection() {
    return pool.getHikariPoolMXBean().getTotalConnections() == 0;
  }

  /**
   * About how many bytes the live rows take. The file itself does not shrink when rows go: H2 fills
   * the gaps later, so its length says nothing about what a deletion has gained.
   */
  public long usedBytes() {
    return file.map(this::usedBytes).orElseGet(() -> read(Database::serverBytes));
  }

  private static long serverBytes(Handle handle) {
    return handle
        .createQuery("SELECT pg_database_size(current_database())")
        .mapTo(Long.class)
        .one();
  }

  private long usedBytes(Path of) {
    return read(
        handle -> {
          long percent =
              handle
                  .createQuery(
                      """
                      SELECT SETTING_VALUE
                      FROM INFORMATION_SCHEMA.SETTINGS
                      WHERE SETTING_NAME = 'info.CHUNKS_FILL_RATE'
                      """)
                  .mapTo(Long.class)
                  .findOne()
                  .orElse(100L);
          return fileBytes(of) / 100 * percent;
        });
  }

  private static long fileBytes(Path of) {
    try {
      return Files.size(of);
    } catch (IOException e) {
      throw new DatabaseException("the database's file cannot be seen: " + e.getMessage());
    }
  }

  /** Closes the pool and the file; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    pool.close();
    if (file.isPresent()) {
      shutDown(source);
    }
  }

  private static void shutDown(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      logger.warn("the database was not closed in order: {}", e.getMessage());
    }
  }

  /** After it the disk has all that was committed, which a server sees to by itself. */
  private void force(Handle handle) {
    if (file.isPresent()) {
      handle.execute("CHECKPOINT SYNC");
    }
  }

  /**
   * Nothing in the URL comes from a user; ';' would begin a setting of H2. The scheme "retry"
   * reopens the file's channel after the interrupt of a thread in the middle of a read or a write:
   * without it one interrupted request closes the database for everybody.
   */
  private static JdbcDataSource sourceOf(Path file) {
    String path = file.toString();
    if (path.contains(";")) {
      throw new DatabaseException("the home's path must not contain ';': " + file);
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:retry:%s;WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
            .formatted(path.substring(0, path.length() - ".mv.db".length())));
    source.setUser("perennial");
    source.setPassword("");
    return source;
  }

  private static void migrate(DataSource source) {
    Flyway flyway =
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:sql")
            .validateMigrationNaming(true)
            .load();
    if (Stream.of(flyway.info().applied())
        .anyMatch(each -> Objects.equals(each.getChecksum(), V005_WITH_ITS_BOUND))) {
      flyway.repair();
    }
    flyway.migrate();
  }

  /** A DataSource, not a URL: DriverManager forgets drivers when a web application reloads. */
  private static HikariConfig poolOf(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("perennial");
    config.setDataSource(source);
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new Faults());
    return config;
  }
}
