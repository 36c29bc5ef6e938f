package dev.perennial.training;

import dev.perennial.model.ManifestJson;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Weka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the classifier and the manifest of every folder under {@code weka-models} that holds a
 * {@code recipe.json}: {@code mvn -q compile exec:java@seed-models}. The same recipe and data give
 * the same bytes.
 */
public final class SeedModels {
  private SeedModels() {}

  /** Takes one argument: the folder of the model folders. */
  public static void main(String[] args) throws IOException {
    Path models = Path.of(args[0]);
    Weka.prepare(Files.createTempDirectory("perennial-seed"));
    try (Stream<Path> folders = Files.list(models)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.isRegularFile(folder.resolve("recipe.json"))) {
          make(folder, folder);
        }
      }
    }
  }

  /** Makes the files of one model from one folder in another. */
  static void make(Path from, Path to) throws IOException {
    String model = String.valueOf(from.getFileName());
    Recipe recipe = Recipe.read(Files.readAllBytes(from.resolve("recipe.json")));
    String data = model + ".arff";
    ModelRegistry.Parts parts =
        Trainer.train(model, recipe, data, Files.readAllBytes(from.resolve(data)));
    Files.write(to.resolve(parts.manifest().classifier().file()), parts.classifier());
    Files.writeString(to.resolve("manifest.json"), ManifestJson.write(parts.manifest()));
  }

  /** The files that {@link #make} writes for a model. */
  static List<String> files(String model) {
    return List.of(model + ".model", "manifest.json");
  }
}
