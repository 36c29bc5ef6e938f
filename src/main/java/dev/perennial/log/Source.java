package dev.perennial.log;

/** The door through which a prediction was asked for. Codes are stored: never renumber. */
public enum Source {
  FORM(1),
  API(2),
  CSV(3),
  V2(4),
  MLFLOW(5),
  DEMO(6);

  private final int code;

  Source(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Source of(int code) {
    for (Source source : values()) {
      if (source.code == code) {
        return source;
      }
    }
    throw new IllegalArgumentException("no source has the code " + code);
  }
}
