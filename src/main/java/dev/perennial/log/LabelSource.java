package dev.perennial.log;

import java.util.Locale;

/** Who said what the true answer was. Codes are stored: never renumber. */
public enum LabelSource {
  /** Somebody who holds the prediction's id. */
  ANONYMOUS(1),
  /** A signed-in administrator, or the bearer of the bootstrap token. */
  ADMINISTRATOR(2),
  /** A signed-in reader. */
  READER(3),
  /** The bearer of an API token. */
  TOKEN(4),
  /** The guided demo. */
  DEMO(5);

  private final int code;

  LabelSource(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** For a reader outside: {@code administrator}, say, or {@code token:NAME}. */
  public String text(String actor) {
    return this == TOKEN ? "token:" + actor : name().toLowerCase(Locale.ROOT);
  }

  public static LabelSource of(int code) {
    for (LabelSource source : values()) {
      if (source.code == code) {
        return source;
      }
    }
    throw new IllegalArgumentException("no source of labels has the code " + code);
  }
}
