package dev.perennial.access;

import dev.perennial.words.Said;
import java.util.Locale;
import java.util.Optional;

/** What an account or token may do, in rising order. */
public enum Role {
  /** May do what is open to everybody, also where a setting closed it to strangers. */
  READER,
  /** May do everything. */
  ADMINISTRATOR;

  /**
   * As it stands in the database, in JSON and in forms: {@code reader} or {@code administrator}.
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this {@link #text}; empty if there is none. */
  public static Optional<Role> of(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** The role of this text, given by a user. */
  public static Role read(String text) {
    return of(text).orElseThrow(() -> new Refusal("role", Said.of("said.role-rule")));
  }

  static Role stored(String text) {
    return of(text).orElseThrow(() -> new IllegalStateException("unknown role in table: " + text));
  }
}
