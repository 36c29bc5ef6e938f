package dev.perennial.demo;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.training.Deployment;
import dev.perennial.training.RowPolicy;
import dev.perennial.training.Run;
import dev.perennial.training.RunRequest;
import dev.perennial.training.Runs;
import dev.perennial.training.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks for the retraining as an administrator would. Safe for use by many threads.
 *
 * @param watched what the monitor says of the copy's rows
 */
public record Renewing(
    Runs runs, Deployment deployment, ModelRegistry registry, Supplier<Watched> watched) {
  private static final String REASON = "the demo: petals have grown, and answers are wrong";

  /** Since when labels follow from inputs in another way, if the monitor is sure that they do. */
  Optional<Instant> driftSince() {
    return watched.get().driftSince();
  }

  /** Asks for a run on the rows since the drift. */
  long request() {
    return runs.request(
        new RunRequest(
            Copy.MODEL,
            Copy.ACTOR,
            REASON,
            false,
            Optional.of(RowPolicy.Preset.SINCE_DRIFT),
            List.of()));
  }

  boolean hasEnded(long run) {
    return runs.find(run).map(Run::state).filter(state -> !state.hasEnded()).isEmpty();
  }

  /**
   * Lets the candidate answer, where the settings leave that to a person.
   *
   * @throws ModelException if the run brought none that the gate admits
   */
  void promote(long id) {
    Run run = runs.find(id).orElseThrow(() -> new ModelException("the run is gone"));
    if (run.state() != Run.State.ADMITTED) {
      throw new ModelException(
          "the retraining did not bring a better model: " + run.sentence().english());
    }
    VersionId made = registry.version(Copy.MODEL, run.version().orElseThrow()).orElseThrow();
    if (!registry.champion(Copy.MODEL).equals(Optional.of(made))) {
      var unused = deployment.promote(made, Copy.ACTOR, REASON);
    }
  }

  /** Ends a run that still goes on. */
  void cancel() {
    for (Run run : runs.newest(Optional.of(Copy.MODEL), Long.MAX_VALUE, 1)) {
      if (!run.state().hasEnded()) {
        boolean unused = runs.cancel(run.id(), Copy.ACTOR);
      }
    }
  }
}
