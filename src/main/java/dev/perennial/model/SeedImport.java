package dev.perennial.model;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the models that come with the application into the registry, as their version 1. */
public final class SeedImport {
  private static final Logger logger = LoggerFactory.getLogger(SeedImport.class);

  private final ModelRegistry registry;

  public SeedImport(ModelRegistry registry) {
    this.registry = registry;
  }

  /**
   * What became of the seeds. Those that the registry knew already are in neither list.
   *
   * @param imported as version 1 and champion
   * @param refused one sentence each, starting with the seed's name
   */
  public record Report(List<VersionId> imported, List<String> refused) {}

  /**
   * Imports each seed whose name no model has. One that is broken does not stop the others. Running
   * it again, or after a crash in its midst, is harmless.
   */
  public Report run(List<Seed> seeds) {
    List<VersionId> imported = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Seed seed : seeds) {
      try {
        one(seed).ifPresent(imported::add);
      } catch (ModelException | UncheckedIOException e) {
        refused.add(seed.name() + ": " + e.getMessage());
        logger.error("The seed {} is not imported: {}", seed.name(), e.getMessage());
      }
    }
    return new Report(List.copyOf(imported), List.copyOf(refused));
  }

  private Optional<VersionId> one(Seed seed) {
    if (!registry.versions(seed.name()).isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> text = seed.file().apply(VersionFiles.MANIFEST);
    if (text.isEmpty()) {
      logger.info("The seed {} has no manifest.json and is left out", seed.name());
      return Optional.empty();
    }
    Manifest manifest = ManifestJson.read(text.get());
    if (!manifest.model().equals(seed.name())) {
      throw new ModelException("its manifest names the model '" + manifest.model() + "'");
    }
    VersionId id =
        registry.register(parts(seed, manifest), Optional.of(registry.first("first start")));
    logger.info("Imported the seed {} as version 1", seed.name());
    return Optional.of(id);
  }

  private static ModelRegistry.Parts parts(Seed seed, Manifest manifest) {
    byte[] data = seed.need(manifest.data().file());
    ModelFiles.verify(manifest.data().file(), data, manifest.data().sha256());
    Schema schema = manifest.schema();
    String arff = new String(data, StandardCharsets.UTF_8);
    Header header = new Header(schema, Arff.read(arff, Optional.of(schema.target().name())));
    return new ModelRegistry.Parts(
        manifest, seed.need(manifest.classifier().file()), header.arff(), data);
  }
}
