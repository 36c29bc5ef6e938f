package dev.perennial.model;

import java.util.List;

/**
 * A model version in memory, ready to answer. Safe for use by many threads: each answer has a copy
 * of the classifier for itself.
 */
public final class LoadedModel {
  private final VersionId id;
  private final Manifest manifest;
  private final Header header;
  private final ClassifierPool<ClassifierCopy> pool;

  /**
   * Makes the copies from bytes and checks the golden answers.
   *
   * @param bytes the serialized classifier, of the sha-256 in the manifest
   * @param copies how many threads may be answered at once; about one a core
   * @throws ModelException if the bytes are refused or an answer is not the golden one
   */
  LoadedModel(
      VersionId id, Manifest manifest, Header header, ModelFiles files, byte[] bytes, int copies) {
    this.id = id;
    this.manifest = manifest;
    this.header = header;
    String sha256 = manifest.classifier().sha256();
    pool =
        new ClassifierPool<>(copies, () -> new ClassifierCopy(files.revive(bytes, sha256), header));
    checkGolden();
  }

  private void checkGolden() {
    List<Golden> golden = manifest.golden();
    for (int i = 0; i < golden.size(); i++) {
      if (!golden.get(i).agrees(predict(golden.get(i).row(schema())))) {
        throw new ModelException(
            id + " does not repeat its golden answer number " + (i + 1) + " and is not served");
      }
    }
  }

  public VersionId id() {
    return id;
  }

  public Manifest manifest() {
    return manifest;
  }

  public Schema schema() {
    return header.schema();
  }

  /**
   * Answers one row. The answer depends on the row alone, not on earlier ones.
   *
   * @throws ModelException if the classifier has no answer to it: zeros only, NaN, or an error
   */
  public Prediction predict(Row row) {
    double[] raw = pool.with(copy -> copy.raw(row));
    // Outside the pool: a row that fits no class is no fault of the copy.
    return Answers.of(schema().target().isNominal(), raw);
  }

  /** The conditions on the way to the answer, for trees and rules; empty for other classifiers. */
  public List<String> path(Row row) {
    return pool.with(copy -> copy.path(row));
  }
}
