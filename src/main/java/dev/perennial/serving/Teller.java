package dev.perennial.serving;

import dev.perennial.access.Caller;
import dev.perennial.access.Role;
import dev.perennial.log.LabelSource;

/**
 * Who tells a true answer.
 *
 * @param actor the account's or token's name, at most 100 characters; "" if the source has none
 */
public record Teller(LabelSource source, String actor) {
  private static final int LONGEST = 100;

  /** How the caller of a request stands behind its labels. */
  public static Teller of(Caller caller) {
    return switch (caller.how()) {
      case ANONYMOUS -> new Teller(LabelSource.ANONYMOUS, "");
      case BOOTSTRAP -> new Teller(LabelSource.ADMINISTRATOR, "");
      case TOKEN -> new Teller(LabelSource.TOKEN, cut(caller.name()));
      case SESSION ->
          new Teller(
              caller.role().filter(Role.ADMINISTRATOR::equals).isPresent()
                  ? LabelSource.ADMINISTRATOR
                  : LabelSource.READER,
              cut(caller.name()));
    };
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST));
  }
}
