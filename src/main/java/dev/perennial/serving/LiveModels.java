package dev.perennial.serving;

import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version of each model that answers now. Safe for use by many threads.
 *
 * <p>A request keeps the version that it found, so a swap disturbs nobody: what began on the old
 * version ends on it, and what comes after begins on the new one.
 */
public final class LiveModels {
  private static final Logger logger = LoggerFactory.getLogger(LiveModels.class);
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
   * @throws ModelException if it does not answer; the one before stays
   */
  public void serve(LoadedModel model) {
    swap(prepare(model, List.of()));
  }

  /**
   * Warms a version up in this thread, on its own rows and on these; nobody is answered by it yet.
   *
   * @param recent real inputs; one that the version has no answer to does not hold it up
   * @throws ModelException if it does not answer its own rows
   */
  public Live prepare(LoadedModel model, List<Row> recent) {
    Live next = new Live(model, new Inputs(model.schema(), policy));
    List<Checked.Accepted> rows = next.warmUpRows();
    for (int i = 0; i < WARM_UP_ANSWERS && !rows.isEmpty(); i++) {
      next.model().predict(rows.get(i % rows.size()).row());
    }
    for (Row row : recent) {
      try {
        model.predict(row);
      } catch (ModelException e) {
        logger.info("{} has no answer to a recent input", model.id());
      }
    }
    return next;
  }

  /** From now on this version answers in place of the one before. */
  public void swap(Live next) {
    String model = next.model().id().model();
    live.put(model, next);
    troubles.remove(model);
  }

  /** From now on nothing answers for this model. Requests in progress end on what they found. */
  public void withdraw(String model) {
    live.remove(model);
    troubles.remove(model);
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

  /**
   * Whether what was sent to this name may not be recorded: the model has private inputs, or there
   * is no such model and what was sent may have been meant for one that has.
   */
  public boolean isSecret(String name) {
    List<String> meant = find(name).isPresent() ? List.of(name) : names();
    return meant.stream()
        .flatMap(each -> find(each).stream())
        .anyMatch(each -> each.model().schema().hasPrivate());
  }
}
