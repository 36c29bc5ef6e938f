package dev.perennial.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import weka.classifiers.Classifier;
import weka.core.Instances;

/** The committed iris model and its data, for tests. */
public final class Iris {
  static final Path FOLDER = Path.of("weka-models/iris");

  private Iris() {}

  public static Instances rows() {
    try {
      return Arff.read(Files.newBufferedReader(FOLDER.resolve("iris.arff")), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Classifier trained(Classifier classifier) {
    return trained(classifier, rows());
  }

  public static Classifier trained(Classifier classifier, Instances rows) {
    try {
      classifier.buildClassifier(new Instances(rows));
      return classifier;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Manifest manifest() {
    try {
      return ManifestJson.read(Files.readAllBytes(FOLDER.resolve("manifest.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A served model of any classifier trained on these rows; no golden answers. */
  public static LoadedModel loaded(Classifier trained, Instances rows, int copies) {
    byte[] bytes = ModelFiles.bytes(trained);
    Schema schema = Arff.schema(rows, Arff.Naming.NONE);
    Manifest iris = manifest();
    Manifest manifest =
        new Manifest(
            1,
            "iris",
            "test",
            iris.algorithm(),
            iris.software(),
            iris.data(),
            iris.holdOut(),
            iris.trainedAt(),
            iris.trainer(),
            schema.relation(),
            schema.features(),
            schema.target(),
            iris.metrics(),
            java.util.List.of(),
            new Manifest.FileFacts("x.model", ModelFiles.sha256(bytes), bytes.length),
            Optional.empty());
    return new LoadedModel(
        new VersionId(1, "iris", 1),
        manifest,
        new Header(schema, rows),
        new ModelFiles(Limits.DEFAULT),
        bytes,
        copies);
  }
}
