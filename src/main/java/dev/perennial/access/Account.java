package dev.perennial.access;

import java.time.Instant;

/**
 * Somebody who can sign in. Immutable.
 *
 * @param name lower case
 * @param passwordAt when the password was last set
 */
public record Account(String name, Role role, Instant created, Instant passwordAt) {}
