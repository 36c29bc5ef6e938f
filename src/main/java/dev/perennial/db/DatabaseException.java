package dev.perennial.db;

/**
 * The database did not do what was asked. The message is one sentence for people, without SQL.
 *
 * <p>{@link #refusesData()} tells a value that no repetition will make acceptable from a database
 * that is away, locked or full and may take the same rows later.
 */
public final class DatabaseException extends RuntimeException {
  private final boolean refusesData;

  public DatabaseException(String message) {
    super(message);
    this.refusesData = false;
  }

  DatabaseException(String message, boolean refusesData, Throwable cause) {
    super(message, cause);
    this.refusesData = refusesData;
  }

  /** True if a value was refused: too long, out of range, a duplicate key, a missing value. */
  public boolean refusesData() {
    return refusesData;
  }
}
