package dev.perennial.model;

/**
 * Names one immutable version of one model.
 *
 * @param key the primary key of its row in {@code model_version}: what the log stores
 * @param model such as "iris"
 * @param version counted from 1 within the model
 */
public record VersionId(int key, String model, int version) {
  @Override
  public String toString() {
    return model + " version " + version;
  }
}
