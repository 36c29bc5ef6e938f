package dev.perennial.training;

import dev.perennial.log.Ids;
import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the labels that came for a model since a moment, corrections among them. Each look costs
 * in proportion to what is new, and a bounded amount. Safe for use by many threads: one counts.
 */
final class NewLabels {
  private static final int PAGE = 2_000;
  private static final int PAGES_A_LOOK = 50;

  private final LabelLog log;
  private final ModelRegistry registry;
  private final boolean strangers;
  private final Map<String, Count> counts = new HashMap<>();

  /**
   * @param strangers whether labels of strangers count
   */
  NewLabels(LabelLog log, ModelRegistry registry, boolean strangers) {
    this.log = log;
    this.registry = registry;
    this.strangers = strangers;
  }

  /**
   * @param seen id of the last label looked at
   */
  private record Count(Instant since, long seen, int labels) {}

  /** How many labels came; where that is {@code most} or more, at least {@code most}. */
  synchronized int since(String model, Instant since, int most) {
    Count known = counts.get(model);
    Count count =
        known == null || !known.since().equals(since)
            ? new Count(since, Ids.firstAt(since), 0)
            : known;
    Set<Integer> keys =
        registry.versions(model).stream().map(VersionId::key).collect(Collectors.toSet());
    for (int page = 0; page < PAGES_A_LOOK && count.labels() < most; page++) {
      List<LabelLog.Arrived> some = log.arrived(count.seen(), PAGE);
      count = after(count, some, keys);
      if (some.size() < PAGE) {
        break;
      }
    }
    counts.put(model, count);
    return count.labels();
  }

  private Count after(Count count, List<LabelLog.Arrived> some, Set<Integer> keys) {
    long ours =
        some.stream()
            .filter(label -> keys.contains(label.version()))
            .filter(label -> strangers || label.source() != LabelSource.ANONYMOUS)
            .count();
    long seen = some.isEmpty() ? count.seen() : some.get(some.size() - 1).id();
    return new Count(count.since(), seen, count.labels() + (int) ours);
  }
}
