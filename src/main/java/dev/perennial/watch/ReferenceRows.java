package dev.perennial.watch;

import dev.perennial.model.Arff;
import dev.perennial.model.Header;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weka.core.Instances;

/** A sample of a version's own rows, as values that are watched. */
final class ReferenceRows {
  private ReferenceRows() {}

  /**
   * At most so many rows, drawn without one coming twice, with the version's answers. Some may be
   * rows that it was trained on: they tell how rows are, not how well it answers.
   *
   * @return nothing where it was ended before its time
   * @throws ModelException if the version cannot be loaded
   */
  static double[][] answered(ModelRegistry registry, VersionId id, int most, Leisure leisure) {
    LoadedModel model = registry.load(id);
    Schema logged = model.schema().logged();
    List<double[]> answered = new ArrayList<>();
    for (Row row : rows(registry, id, most)) {
      try {
        answered.add(WatchedRow.of(logged, model.schema().logged(row), model.predict(row)));
      } catch (ModelException e) {
        continue; // the version has no answer to it
      }
      if (!leisure.goesOn()) {
        return new double[0][];
      }
    }
    return answered.toArray(double[][]::new);
  }

  /** The same rows without the answers. */
  static double[][] inputs(ModelRegistry registry, VersionId id, int most) {
    Schema schema = registry.schema(id.key());
    return rows(registry, id, most).stream()
        .map(row -> WatchedRow.inputs(schema.logged(), schema.logged(row)))
        .toArray(double[][]::new);
  }

  private static List<Row> rows(ModelRegistry registry, VersionId id, int most) {
    Schema schema = registry.schema(id.key());
    String arff = new String(registry.data(id), StandardCharsets.UTF_8);
    Instances all = Arff.read(arff, Optional.of(schema.target().name()));
    Header header = new Header(schema, all);
    List<Integer> order =
        IntStream.range(0, all.numInstances()).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(id.key()));
    return order.stream().limit(most).map(at -> header.row(all.instance(at))).toList();
  }
}
