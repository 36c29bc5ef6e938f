/**
 * Who may do what: accounts, sessions, API tokens, rights, back-off, audit.
 *
 * <p>Second in the line: uses only {@code db}. All state is in the database, so that every instance
 * sees it; what is remembered in memory is remembered for seconds and bounded.
 */
@NullMarked
package dev.perennial.access;

import org.jspecify.annotations.NullMarked;
