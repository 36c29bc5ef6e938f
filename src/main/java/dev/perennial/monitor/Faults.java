package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for the changes that an error upstream makes. */
final class Faults {
  private static final double NEARLY_ALL = .95;

  /** How likely the reference may make a whole window of one value, at most. */
  private static final double BY_CHANCE = 1e-9;

  /** Logarithms of this ratio, and half a standard deviation, pass as "the same". */
  private static final double CLOSE = .5;

  private static final int MOST_ZEROS = 6;

  private Faults() {}

  /** The faults by the position of their column. Derived columns have none. */
  static Map<Integer, Fault> find(
      ReferenceProfile reference, Window window, List<ColumnTest> tests) {
    Map<Integer, Fault> faults = new TreeMap<>();
    for (int i = 0; i < tests.size(); i++) {
      ColumnProfile profile = reference.columns().get(i);
      if (profile.column().role() == Column.Role.FEATURE) {
        Fault fault = single(profile, window.column(i), tests.get(i));
        if (fault != null) {
          faults.put(i, fault);
        }
      }
    }
    Swaps.find(reference, window, tests).forEach(faults::putIfAbsent);
    return faults;
  }

  private static @Nullable Fault single(ColumnProfile profile, ColumnSums live, ColumnTest test) {
    long[] counts = live.counts();
    long rows = Counts.sum(counts);
    double missing = Counts.share(counts[profile.bins().missing()], rows);
    String name = profile.column().name();
    if (missing >= NEARLY_ALL && Counts.share(profile.missing(), profile.rows()) < .5) {
      return new Fault(
          Fault.Kind.ALL_MISSING, Said.of("said.missing-in", name, new Said.Share(missing), rows));
    }
    if (profile.bins().nominal()) {
      double unseen = Counts.share(counts[profile.bins().unseen()], rows);
      if (unseen >= .5) {
        return new Fault(
            Fault.Kind.NEW_CATEGORIES, Said.of("said.unknown-in", name, new Said.Share(unseen)));
      }
    }
    if (constant(profile, live)) {
      return new Fault(Fault.Kind.CONSTANT, Said.of("said.constant", name, rows));
    }
    return test.met() && !profile.bins().nominal() ? scaled(profile, live) : null;
  }

  private static boolean constant(ColumnProfile profile, ColumnSums live) {
    long[] counts = live.counts();
    int only = -1;
    for (int i = 0; i < profile.bins().missing(); i++) {
      if (counts[i] > 0) {
        if (only >= 0) {
          return false;
        }
        only = i;
      }
    }
    if (only < 0 || (!profile.bins().nominal() && live.min() != live.max())) {
      return false;
    }
    double share = Counts.share(profile.counts()[only], profile.rows());
    boolean wasConstant = profile.counts()[only] == profile.values();
    return !wasConstant && counts[only] * Math.log(share) < Math.log(BY_CHANCE);
  }

  private static @Nullable Fault scaled(ColumnProfile profile, ColumnSums live) {
    for (int zeros = 1; zeros <= MOST_ZEROS; zeros++) {
      double factor = Math.pow(10, zeros);
      if (close(profile, live.moments(), factor)) {
        return scaled(profile, "said.too-large", factor);
      }
      if (close(profile, live.moments(), 1 / factor)) {
        return scaled(profile, "said.too-small", factor);
      }
    }
    return null;
  }

  private static Fault scaled(ColumnProfile profile, String how, double factor) {
    return new Fault(Fault.Kind.SCALED, Said.of(how, profile.column().name(), Math.round(factor)));
  }

  /** Whether the live numbers, divided by a factor, have about the reference's mean and spread. */
  static boolean close(ColumnProfile profile, Moments live, double factor) {
    return profile.sd() > 0
        && live.n() > 1
        && Math.abs(live.mean() / factor - profile.mean()) < CLOSE * profile.sd()
        && Math.abs(Math.log(live.sd() / factor / profile.sd())) < CLOSE;
  }
}
