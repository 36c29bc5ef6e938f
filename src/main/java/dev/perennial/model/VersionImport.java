package dev.perennial.model;

import dev.perennial.model.Manifest.Provenance;
import dev.perennial.model.ModelRegistry.Parts;
import dev.perennial.words.Said;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weka.core.Instances;

/**
 * Takes a version that was made elsewhere into the registry, as the next version of its model,
 * which nobody is answered by until it is promoted. Safe for use by many threads.
 */
public final class VersionImport {
  private final ModelRegistry registry;

  public VersionImport(ModelRegistry registry) {
    this.registry = registry;
  }

  /**
   * Checks and registers.
   *
   * @param actor who brings it
   * @throws ModelException saying what is wrong; nothing has changed then
   */
  public VersionId run(VersionZip.Content content, String actor) {
    Parts parts = content.parts();
    Manifest manifest = parts.manifest();
    Optional<Provenance> before = manifest.provenance();
    Provenance provenance =
        new Provenance(
            Optional.empty(),
            before.map(Provenance::rowsByOrigin).orElse(Map.of()),
            before.flatMap(Provenance::from),
            before.flatMap(Provenance::to),
            actor,
            "Imported; elsewhere it was version %d of %s."
                .formatted(content.was().version(), content.was().model()),
            Optional.empty());
    return add(
        new Parts(manifest.with(provenance), parts.classifier(), parts.header(), parts.data()));
  }

  /**
   * Checks and registers the parts of a version that is in no registry yet.
   *
   * @throws ModelException saying what is wrong; nothing has changed then
   */
  public VersionId add(Parts parts) {
    Manifest manifest = parts.manifest();
    check(parts);
    List<VersionId> versions = registry.versions(manifest.model());
    if (!versions.isEmpty()) {
      VersionId newest = versions.get(versions.size() - 1);
      fits(manifest.schema(), registry.schema(newest.key()), manifest.model());
    }
    return registry.register(parts);
  }

  /** What loading it does not look at. */
  private static void check(Parts parts) {
    Manifest manifest = parts.manifest();
    if (manifest.golden().isEmpty()) {
      throw new ModelException(Said.of("said.golden-empty"));
    }
    ModelFiles.verify(manifest.data().file(), parts.data(), manifest.data().sha256());
    int rows;
    try {
      manifest.golden().forEach(each -> each.row(manifest.schema()));
      int none = rows(manifest.schema(), parts.header());
      rows = none + rows(manifest.schema(), new String(parts.data(), StandardCharsets.UTF_8));
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) { // Weka's reader fails in many ways
      throw new ModelException("its header, data or golden inputs cannot be read", e);
    }
    if (rows != manifest.data().rows()
        || manifest.holdOut().rows().stream().anyMatch(row -> row < 1 || row > rows)) {
      throw new ModelException(Said.of("said.import-rows-denied", (long) rows));
    }
  }

  /** How many rows an ARFF text of this schema has. */
  private static int rows(Schema schema, String arff) {
    Instances rows = Arff.read(arff, Optional.of(schema.target().name()));
    Header unused = new Header(schema, rows);
    return rows.numInstances();
  }

  private static void fits(Schema given, Schema present, String model) {
    boolean same =
        given.features().size() == present.features().size()
            && same(given.target(), present.target());
    for (int i = 0; same && i < given.features().size(); i++) {
      same = same(given.features().get(i), present.features().get(i));
    }
    if (!same) {
      throw new ModelException(Said.of("said.import-other-model", model));
    }
  }

  private static boolean same(Feature one, Feature other) {
    return one.name().equals(other.name())
        && one.kind() == other.kind()
        && one.isPrivate() == other.isPrivate()
        && one.values().equals(other.values());
  }
}
