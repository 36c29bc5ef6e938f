package dev.perennial.explain;

import dev.perennial.model.LoadedModel;
import dev.perennial.model.Row;
import dev.perennial.model.VersionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps an explainer for each version that was asked about lately. Safe for use by many threads.
 */
public final class Explainers {
  private static final int MOST = 8;

  private final Function<VersionId, List<Row>> reference;
  private final Duration limit;
  private final Map<Integer, Explainer> byVersion =
      new LinkedHashMap<>(MOST, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Explainer> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Explainers against these rows.
   *
   * @param reference reads the rows that a version was trained on
   * @param limit in time for one explanation
   */
  public Explainers(Function<VersionId, List<Row>> reference, Duration limit) {
    this.reference = reference;
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
      known = new Explainer(model, reference.apply(model.id()), limit);
      byVersion.put(model.id().key(), known);
    }
    return known;
  }
}
