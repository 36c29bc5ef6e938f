package dev.perennial.db;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The embedded database: pool, migrations, transactions. Safe for use by many threads. */
public final class Database implements AutoCloseable {
  private Database() {}

  /** Opens (and migrates) the database in this folder. */
  public static Database open(Path folder) {
    throw new UnsupportedOperationException("not built yet: " + folder);
  }

  /** Reads in one transaction. */
  public <T> T read(Function<Handle, T> work) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Writes in one transaction that is on the disk when this returns. */
  public <T> T write(Function<Handle, T> work) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** As {@link #write}, without a result. */
  public void run(Consumer<Handle> work) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void close() {}
}
