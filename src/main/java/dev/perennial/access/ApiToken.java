package dev.perennial.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an API token; the token itself is shown once and not kept. Immutable.
 *
 * @param createdBy {@link Caller#actor} of who made it
 * @param used last used, exact to a minute; empty = never
 * @param expires empty = does not expire
 * @param revoked empty = not revoked
 */
public record ApiToken(
    long id,
    String name,
    Role role,
    Instant created,
    String createdBy,
    Optional<Instant> used,
    Optional<Instant> expires,
    Optional<Instant> revoked) {

  /** Whether it opens anything at this time. */
  public boolean isValid(Instant now) {
    return revoked.isEmpty() && expires.filter(end -> !now.isBefore(end)).isEmpty();
  }

  ApiToken usedAt(Instant now) {
    return new ApiToken(id, name, role, created, createdBy, Optional.of(now), expires, revoked);
  }
}
