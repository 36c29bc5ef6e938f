package dev.perennial.demo;

import dev.perennial.model.Arff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Flowers to be asked about: those of the training data, drawn at random. For one thread.
 *
 * <p>The first measurement is blurred by a tenth or so. Otherwise there would be 150 rows again and
 * again, which the monitor rightly takes for a client that repeats itself.
 */
final class Flowers {
  static final String GROWS = "petal_length";
  private static final double BLUR = .1;

  private final Instances rows;
  private final Random random;

  /** A flower as a request's JSON, and its true species. */
  record Flower(String json, String species) {}

  Flowers(byte[] arff, String target, long seed) {
    rows = Arff.read(new String(arff, StandardCharsets.UTF_8), Optional.of(target));
    random = new Random(seed);
  }

  Flower next(double longer) {
    Instance row = rows.instance(random.nextInt(rows.numInstances()));
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < row.numAttributes(); i++) {
      if (i != rows.classIndex()) {
        String name = row.attribute(i).name();
        double blur = i == 0 ? BLUR * random.nextGaussian() : 0;
        double value = row.value(i) + blur + (name.equals(GROWS) ? longer : 0);
        fields.add("\"%s\":%s".formatted(name, Math.round(100 * value) / 100.0));
      }
    }
    return new Flower("{" + String.join(",", fields) + "}", row.stringValue(rows.classIndex()));
  }
}
