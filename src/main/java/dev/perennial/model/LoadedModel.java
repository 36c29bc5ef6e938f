package dev.perennial.model;

/** A model version in memory, ready to answer. Safe for use by many threads. */
public final class LoadedModel {
  private LoadedModel() {}

  public VersionId id() {
    throw new UnsupportedOperationException("not built yet");
  }

  public Manifest manifest() {
    throw new UnsupportedOperationException("not built yet");
  }

  public Schema schema() {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Answers one row. */
  public Prediction predict(Row row) {
    throw new UnsupportedOperationException("not built yet: " + row);
  }
}
