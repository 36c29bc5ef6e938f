package dev.perennial.access;

import java.time.Instant;

/**
 * A signed-in browser. Immutable.
 *
 * @param account whose
 * @param role the account's role as of at most a few seconds ago
 * @param client the address it was opened from
 * @param seen last used, exact to a minute
 * @param expires when it ends whatever happens
 */
public record Session(
    String account, Role role, String client, Instant created, Instant seen, Instant expires) {}
