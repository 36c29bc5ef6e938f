/**
 * Tables: the connection pool, the migrations in {@code sql/} and transactions.
 *
 * <p>First in the line: uses no other package of Perennial.
 */
@NullMarked
package dev.perennial.db;

import org.jspecify.annotations.NullMarked;
