package dev.perennial.model;

import java.util.List;
import java.util.Optional;

/** The immutable versions of every model, and which one is the champion. */
public final class ModelRegistry {
  private ModelRegistry() {}

  /** The names of the models, sorted. */
  public List<String> models() {
    throw new UnsupportedOperationException("not built yet");
  }

  /** The versions of a model, oldest first. */
  public List<VersionId> versions(String model) {
    throw new UnsupportedOperationException("not built yet: " + model);
  }

  public Optional<VersionId> champion(String model) {
    throw new UnsupportedOperationException("not built yet: " + model);
  }

  /** The schema of the version with this key: {@link VersionId#key()}. */
  public Schema schema(int key) {
    throw new UnsupportedOperationException("not built yet: " + key);
  }

  /** Reads, checks and loads a version. */
  public LoadedModel load(VersionId id) {
    throw new UnsupportedOperationException("not built yet: " + id);
  }
}
