package dev.perennial.web;

import dev.perennial.model.ManifestJson;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.training.Recipe;
import dev.perennial.training.Trainer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Models that the tests train for themselves. */
public final class Trained {
  private Trained() {}

  /** A seed of this recipe and data. */
  public static Seed seed(String name, Recipe recipe, String arff) {
    byte[] data = arff.getBytes(StandardCharsets.UTF_8);
    String file = name + ".arff";
    ModelRegistry.Parts parts = Trainer.train(name, recipe, file, data);
    Map<String, byte[]> files =
        Map.of(
            "manifest.json",
            ManifestJson.write(parts.manifest()).getBytes(StandardCharsets.UTF_8),
            file,
            data,
            parts.manifest().classifier().file(),
            parts.classifier());
    return new Seed(name, wanted -> Optional.ofNullable(files.get(wanted)));
  }

  /** A recipe without ornaments; the last attribute is the target. */
  public static Recipe plain(String title, String scheme) {
    return new Recipe(
        title,
        Optional.empty(),
        scheme,
        "",
        1,
        Instant.EPOCH,
        "the tests",
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** Twelve classes of one number. */
  public static Seed months() {
    StringBuilder arff = new StringBuilder("@relation months\n@attribute day numeric\n");
    arff.append("@attribute month {m1,m2,m3,m4,m5,m6,m7,m8,m9,m10,m11,m12}\n@data\n");
    for (int day = 0; day < 120; day++) {
      arff.append(day).append(",m").append(1 + day / 10).append('\n');
    }
    return seed("months", plain("Months", "weka.classifiers.trees.J48"), arff.toString());
  }

  /** A number from a number: twice as much. */
  public static Seed twice() {
    StringBuilder arff = new StringBuilder("@relation twice\n@attribute x numeric\n");
    arff.append("@attribute y numeric\n@data\n");
    for (int x = 0; x < 50; x++) {
      arff.append(x).append(',').append(2 * x).append('\n');
    }
    return seed("twice", plain("Twice", "weka.classifiers.trees.REPTree"), arff.toString());
  }
}
