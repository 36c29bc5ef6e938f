package dev.perennial.serving;

import dev.perennial.model.LoadedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The version of each model that answers now. Safe for use by many threads.
 *
 * <p>A request keeps the version that it found, so a swap disturbs nobody: what began on the old
 * version ends on it, and what comes after begins on the new one.
 */
public final class LiveModels {
  private static final int WARM_UP_ANSWERS = 4_000;
  private final Policy policy;
  private final ConcurrentHashMap<String, Live> live = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<String, String> troubles = new ConcurrentSkipListMap<>();

  public LiveModels(Policy policy) {
    this.policy = policy;
  }

  /**
   * Warms the version up in this thread, then lets it answer in place of the one before.
   *
   * @throws dev.perennial.model.ModelException if it does not answer; the one before stays
   */
  public void serve(LoadedModel model) {
    Live next = new Live(model, new Inputs(model.schema(), policy));
    warmUp(next);
    live.put(model.id().model(), next);
    troubles.remove(model.id().model());
  }

  private static void warmUp(Live next) {
    List<Checked.Accepted> rows = next.warmUpRows();
    for (int i = 0; i < WARM_UP_ANSWERS && !rows.isEmpty(); i++) {
      next.model().predict(rows.get(i % rows.size()).row());
    }
  }

  /** Notes what is wrong with a model in one sentence; the last good version goes on serving. */
  public void trouble(String model, String sentence) {
    troubles.put(model, sentence);
  }

  public Optional<Live> find(String model) {
    return Optional.ofNullable(live.get(model));
  }

  /** True if a version of the model is loaded and warm. */
  public boolean isReady(String model) {
    return live.containsKey(model);
  }

  /** The names of the models that answer, sorted. */
  public List<String> names() {
    return live.keySet().stream().sorted().toList();
  }

  /** Model name to a sentence, for the models in trouble, sorted. */
  public Map<String, String> troubles() {
    return Map.copyOf(troubles);
  }
}
