package dev.perennial.app;

import dev.perennial.db.Database;
import dev.perennial.log.Entry;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * What an application is built on that a suite may exchange, to measure or to compare.
 *
 * @param database opened in the home
 * @param counting what the drain does with new rows, given what it does by itself
 */
record Fittings(
    Function<Home, Database> database, UnaryOperator<BiConsumer<Handle, List<Entry>>> counting) {
  static final Fittings STANDARD =
      new Fittings(home -> Database.open(home.folder("db")), fold -> fold);
}
