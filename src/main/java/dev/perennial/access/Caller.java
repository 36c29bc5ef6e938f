package dev.perennial.access;

import dev.perennial.words.Said;
import java.util.Optional;

/**
 * Who sent a request. Immutable.
 *
 * @param name the account's or token's name; {@code anonymous} or {@code bootstrap} otherwise
 * @param role empty for a stranger
 * @param how how the caller was recognised; a CSRF token is due exactly for {@link How#SESSION}
 */
public record Caller(String name, Optional<Role> role, How how) {
  /** How a caller was recognised. */
  public enum How {
    ANONYMOUS,
    SESSION,
    TOKEN,
    BOOTSTRAP
  }

  public static final Caller ANONYMOUS = new Caller("anonymous", Optional.empty(), How.ANONYMOUS);

  static final Caller BOOTSTRAP =
      new Caller("bootstrap", Optional.of(Role.ADMINISTRATOR), How.BOOTSTRAP);

  /** The one place where a right is decided; a pure function. */
  public boolean may(Right right, Openness open) {
    return switch (right) {
      case ANYONE -> true;
      case PREDICT -> open.predict() || role.isPresent();
      case LABEL -> open.label() || role.isPresent();
      case MONITOR -> open.monitor() || role.isPresent();
      case METRICS -> open.metrics() || role.isPresent();
      case READER -> role.isPresent();
      case ADMINISTRATOR -> role.filter(Role.ADMINISTRATOR::equals).isPresent();
    };
  }

  /** For the audit and as the source of a label: tells an account and a token of one name apart. */
  public String actor() {
    return switch (how) {
      case SESSION -> "account:" + name;
      case TOKEN -> "token:" + name;
      case ANONYMOUS, BOOTSTRAP -> name;
    };
  }

  /**
   * A second lock behind the route's: acts that only an administrator may do call it themselves.
   */
  void mustBeAdministrator() {
    if (role.filter(Role.ADMINISTRATOR::equals).isEmpty()) {
      throw new Refusal("caller", Said.of("said.only-administrators"));
    }
  }
}
