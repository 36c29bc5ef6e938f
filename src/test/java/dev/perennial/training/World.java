package dev.perennial.training;

import dev.perennial.model.ManifestJson;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * SEA (Street and Kim 2001): three numbers from 0 to 10, of which two matter; 10 % of the labels
 * are wrong.
 */
final class World {
  private final Random random;
  private final double threshold;

  World(long seed, double threshold) {
    random = new Random(seed);
    this.threshold = threshold;
  }

  /** One row with its label. */
  record Labelled(Row row, String label) {}

  Labelled next() {
    double a = random.nextDouble() * 10;
    double b = random.nextDouble() * 10;
    boolean yes = a + b <= threshold;
    boolean wrong = random.nextDouble() < 0.1;
    return new Labelled(Row.of(a, b, random.nextDouble() * 10), yes == wrong ? "no" : "yes");
  }

  List<Labelled> rows(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  /** A model trained on rows of this world. */
  Seed seed(int count, String scheme, String options) {
    return seed(rows(count), scheme, options);
  }

  /** A model trained on these rows. */
  static Seed seed(List<Labelled> rows, String scheme, String options) {
    StringBuilder arff =
        new StringBuilder(
            """
            @relation sea
            @attribute a numeric
            @attribute b numeric
            @attribute c numeric
            @attribute class {no,yes}
            @data
            """);
    for (Labelled each : rows) {
      arff.append(each.row().value(0)).append(',').append(each.row().value(1)).append(',');
      arff.append(each.row().value(2)).append(',').append(each.label()).append('\n');
    }
    byte[] data = arff.toString().getBytes(StandardCharsets.UTF_8);
    Recipe recipe =
        new Recipe(
            "SEA",
            Optional.empty(),
            scheme,
            options,
            1,
            Instant.EPOCH,
            "the tests",
            Optional.empty(),
            Map.of("a", "First"),
            Map.of("a", "cm"),
            Optional.empty());
    ModelRegistry.Parts parts = Trainer.train("sea", recipe, "sea.arff", data);
    Map<String, byte[]> files =
        Map.of(
            "manifest.json",
            ManifestJson.write(parts.manifest()).getBytes(StandardCharsets.UTF_8),
            "sea.arff",
            data,
            parts.manifest().classifier().file(),
            parts.classifier());
    return new Seed("sea", name -> Optional.ofNullable(files.get(name)));
  }
}
