package dev.perennial.watch;

import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Staleness;
import java.util.List;

/**
 * The latest verdicts on one version. Immutable.
 *
 * @param version key of the version
 * @param windows how many windows of rows were judged
 */
record Judged(
    int version,
    long windows,
    List<FeatureVerdict> columns,
    JointVerdict joint,
    PerformanceVerdict performance,
    ConceptVerdict concept,
    Staleness staleness) {
  Judged {
    columns = List.copyOf(columns);
  }
}
