package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds two inputs that have changed places: each then looks like the other did. */
final class Swaps {
  /** Jensen-Shannon distance below which the shares of labels pass as the same. */
  private static final double SAME_SHARES = .15;

  private Swaps() {}

  static Map<Integer, Fault> find(
      ReferenceProfile reference, Window window, List<ColumnTest> tests) {
    Map<Integer, Fault> faults = new TreeMap<>();
    for (int i = 0; i < tests.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean moved = tests.get(i).met() || tests.get(j).met();
        if (moved && swapped(reference, window, i, j) && !faults.containsKey(j)) {
          Fault fault = fault(name(reference, j), name(reference, i));
          faults.put(i, fault);
          faults.put(j, fault);
        }
      }
    }
    return faults;
  }

  private static String name(ReferenceProfile reference, int at) {
    return reference.columns().get(at).column().name();
  }

  private static Fault fault(String one, String other) {
    return new Fault(Fault.Kind.SWAPPED, Said.of("said.swapped", one, other));
  }

  private static boolean swapped(ReferenceProfile reference, Window window, int i, int j) {
    return fits(reference, window, i, j)
        && fits(reference, window, j, i)
        && !fits(reference, window, i, i)
        && !fits(reference, window, j, j);
  }

  /** Whether the live values of one input look like the reference of another. */
  private static boolean fits(ReferenceProfile reference, Window window, int live, int as) {
    ColumnProfile own = reference.columns().get(live);
    ColumnProfile other = reference.columns().get(as);
    if (own.column().role() != Column.Role.FEATURE
        || other.column().role() != Column.Role.FEATURE
        || !own.column().labels().equals(other.column().labels())) {
      return false;
    }
    return own.bins().nominal()
        ? Divergence.jensenShannon(other.counts(), window.column(live).counts()) < SAME_SHARES
        : Faults.close(other, window.column(live).moments(), 1);
  }
}
