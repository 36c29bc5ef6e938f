package dev.perennial.watch;

import dev.perennial.model.VersionId;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.monitor.ResidualVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the fold keeps of one version, as it stands: verdicts and what they rest on. Immutable.
 *
 * @param classes of the target; empty for a number
 * @param holdOut empty where the version has none, or its target is a number
 * @param errors the same of a number, and what is said of them; empty for classes
 * @param since when the version was first watched
 * @param trainedAt when it was made
 * @param newestRow time of the newest row it was trained on
 * @param windows how many windows of rows were judged
 * @param track how the estimate without labels fared
 * @param lastRow when it last answered
 * @param lastLabel when it was last labelled
 * @param labelledRows how many of its rows have a label
 */
public record Standing(
    VersionId id,
    List<String> classes,
    ReferenceProfile profile,
    Optional<HoldOut> holdOut,
    Optional<Errors> errors,
    Instant since,
    Instant trainedAt,
    Instant newestRow,
    long windows,
    List<FeatureVerdict> columns,
    JointVerdict joint,
    PerformanceVerdict performance,
    ConceptVerdict concept,
    Track track,
    Optional<Instant> lastRow,
    Optional<Instant> lastLabel,
    long labelledRows) {
  public Standing {
    classes = List.copyOf(classes);
    columns = List.copyOf(columns);
  }

  /**
   * How far numbers are off.
   *
   * @param holdOut before the version was deployed
   * @param residual whether that has changed
   */
  public record Errors(HoldOutErrors holdOut, ResidualVerdict residual) {}

  /**
   * The estimate's track record.
   *
   * @param meanError mean distance of estimated from realised accuracy; 0 without batches
   */
  public record Track(boolean trusted, double meanError, int batches) {}
}
