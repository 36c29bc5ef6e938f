package dev.perennial.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes a model out of another one's version. Safe for use by many threads. */
public final class ModelCopies {
  private final ModelRegistry registry;
  private final Clock clock;

  public ModelCopies(ModelRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Registers the same classifier with the same data as version 1 and champion of a new model.
   *
   * @throws ModelException if a file is missing or damaged, or there is a model of this name
   */
  public VersionId copy(VersionId from, String model, String title, String actor, String reason) {
    if (!registry.versions(model).isEmpty()) {
      throw new ModelException("there is a model " + model + " already");
    }
    Manifest manifest = renamed(registry.manifest(from.key()), model, title);
    Path place = registry.place(from.model(), from.version());
    Promotion first =
        new Promotion(Alias.CHAMPION, Optional.empty(), 1, clock.instant(), actor, reason);
    try {
      ModelRegistry.Parts parts =
          new ModelRegistry.Parts(
              manifest,
              Files.readAllBytes(place.resolve(VersionFiles.CLASSIFIER)),
              Files.readString(place.resolve(VersionFiles.HEADER)),
              registry.data(from));
      return registry.register(parts, Optional.of(first));
    } catch (IOException e) {
      throw new ModelException("the files of " + from + " cannot be read", e);
    }
  }

  private static Manifest renamed(Manifest manifest, String model, String title) {
    return new Manifest(
        manifest.format(),
        model,
        title,
        manifest.algorithm(),
        manifest.software(),
        manifest.data(),
        manifest.holdOut(),
        manifest.trainedAt(),
        manifest.trainer(),
        manifest.relation(),
        manifest.features(),
        manifest.target(),
        manifest.metrics(),
        manifest.golden(),
        manifest.classifier(),
        manifest.provenance());
  }

  /**
   * Deletes the files of versions whose rows are gone. What is left after a crash goes at the next
   * start.
   */
  public void delete(List<VersionId> versions) {
    for (VersionId id : versions) {
      try {
        VersionFiles.delete(registry.place(id.model(), id.version()));
      } catch (IOException e) {
        throw new ModelException("the files of " + id + " cannot be deleted", e);
      }
    }
  }
}
