package dev.perennial.training;

/** Why a run does not learn from labelled rows, as documents say it. */
public final class LeftOut {
  public static final String STRANGERS = "labelled by strangers";
  public static final String FAULT = "under a data fault";
  public static final String PRIVATE = "with private inputs, of which the log has only bins";
  public static final String KIND = "with a label or inputs of another kind";

  private LeftOut() {}
}
