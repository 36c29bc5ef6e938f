package dev.perennial.explain;

import dev.perennial.model.Arff;
import dev.perennial.model.Header;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weka.core.Instances;

/**
 * Keeps an explainer for each version that was asked about lately. Safe for use by many threads.
 */
public final class Explainers {
  private static final int MOST = 8;

  private final ModelRegistry registry;
  private final Duration limit;
  private final Map<Integer, Explainer> byVersion =
      new LinkedHashMap<>(MOST, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Explainer> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Explainers against the rows that each version was trained on.
   *
   * @param limit in time for one explanation
   */
  public Explainers(ModelRegistry registry, Duration limit) {
    this.registry = registry;
    this.limit = limit;
  }

  /**
   * The explainer of a version; the first call reads its training rows.
   *
   * @throws dev.perennial.model.ModelException if they cannot be read
   */
  public synchronized Explainer of(LoadedModel model) {
    Explainer known = byVersion.get(model.id().key());
    if (known == null) {
      known = new Explainer(model, trainingRows(model.id()), limit);
      byVersion.put(model.id().key(), known);
    }
    return known;
  }

  /** The version's data without the hold-out. */
  private List<Row> trainingRows(VersionId id) {
    Schema schema = registry.schema(id.key());
    String arff = new String(registry.data(id), StandardCharsets.UTF_8);
    Instances all = Arff.read(arff, Optional.of(schema.target().name()));
    Header header = new Header(schema, all);
    Set<Integer> heldOut = Set.copyOf(registry.manifest(id.key()).holdOut().rows());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < all.numInstances(); i++) {
      if (!heldOut.contains(i + 1) && !all.instance(i).classIsMissing()) {
        rows.add(header.row(all.instance(i)));
      }
    }
    return rows;
  }
}
