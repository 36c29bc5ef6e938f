package dev.perennial.serving;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Versions that do not serve, loaded because somebody asks one of them by its number. Holds the few
 * that were asked last. Safe for use by many threads: one loads at a time.
 */
public final class EarlierVersions {
  private static final int MOST = 4;
  private final ModelRegistry registry;
  private final LiveModels models;
  private final LinkedHashMap<Integer, Live> loaded = new LinkedHashMap<>(8, 0.75f, true);

  public EarlierVersions(ModelRegistry registry, LiveModels models) {
    this.registry = registry;
    this.models = models;
  }

  /**
   * The version, whether it serves or not.
   *
   * @throws ModelException if its files are missing or damaged
   */
  public Live of(VersionId id) {
    return models
        .find(id.model())
        .filter(live -> live.model().id().equals(id))
        .orElseGet(() -> load(id));
  }

  private synchronized Live load(VersionId id) {
    Live known = loaded.get(id.key());
    if (known != null) {
      return known;
    }
    Live live = models.prepare(registry.load(id), List.of());
    loaded.put(id.key(), live);
    if (loaded.size() > MOST) {
      loaded.remove(loaded.keySet().iterator().next());
    }
    return live;
  }
}
