package dev.perennial.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns the driver's errors into sentences, and tells the pool which connections are dead. */
final class Faults implements SQLExceptionOverride {
  private static final int ALREADY_OPEN = 90020;

  /** A connection lives on after faulty data, a faulty statement, a lost race or a time-out. */
  @java.lang.Override
  public Override adjudicate(SQLException fault) {
    return isHarmless(state(fault)) ? Override.CONTINUE_EVICT : Override.MUST_EVICT;
  }

  private static boolean isHarmless(String state) {
    return state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("40")
        || state.startsWith("42")
        || state.startsWith("HY");
  }

  static DatabaseException atWork(Exception fault) {
    SQLException sql = sqlCause(fault);
    String state = sql == null ? "" : state(sql);
    if (state.startsWith("22") || state.startsWith("23")) {
      return new DatabaseException("the database refused a value: " + reason(sql), true, fault);
    }
    return new DatabaseException(
        "the database does not answer: " + reason(sql == null ? fault : sql), false, fault);
  }

  static DatabaseException atOpening(Path file, Exception fault) {
    SQLException sql = sqlCause(fault);
    if (sql != null && sql.getErrorCode() == ALREADY_OPEN) {
      String message =
          "the database %s is in use by %s; stop that first, or choose another home"
              .formatted(file, Holder.of(file));
      return new DatabaseException(message, false, fault);
    }
    return new DatabaseException(
        "the database %s cannot be opened: %s".formatted(file, reason(sql == null ? fault : sql)),
        false,
        fault);
  }

  private static @Nullable SQLException sqlCause(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  private static String state(SQLException fault) {
    String state = fault.getSQLState();
    return state == null ? "" : state;
  }

  /** The first line of the driver's message, without the statement that it likes to append. */
  private static String reason(@Nullable Throwable fault) {
    String text = fault == null ? null : fault.getMessage();
    if (text == null) {
      return "no reason given";
    }
    return text.split("; SQL statement:|\\R", 2)[0].strip();
  }
}
