package dev.perennial.watch;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.ConceptWatch;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.PerformanceWatch;
import dev.perennial.monitor.VersionWatch;
import dev.perennial.monitor.Yardstick;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Reads how a version stands from what the fold keeps of it. Safe for use by many threads. */
public final class Standings {
  private final ModelRegistry registry;
  private final References references;
  private final Watches watches;
  private final Clock clock;

  public Standings(ModelRegistry registry, References references, Watches watches, Clock clock) {
    this.registry = registry;
    this.references = references;
    this.watches = watches;
    this.clock = clock;
  }

  /**
   * How a version stands now, its open window closed if it is old enough. Nothing is stored by
   * that: the next row closes the same window with the same rows. Empty where the version has no
   * reference.
   */
  public Optional<Standing> of(VersionId id) {
    return references.find(id.key()).map(reference -> standing(id, reference));
  }

  private Standing standing(VersionId id, Reference reference) {
    VersionWatch watch = watches.read(id.key()).orElseGet(() -> watches.begin(id.key()));
    watch.tick(clock.millis());
    return standing(id, reference, watch);
  }

  private Standing standing(VersionId id, Reference reference, VersionWatch watch) {
    Manifest manifest = registry.manifest(id.key());
    Instant trained = manifest.trainedAt();
    return new Standing(
        id,
        manifest.schema().classes(),
        reference.profile(),
        reference.holdOut(),
        reference.errors().flatMap(known -> errors(known, watch)),
        since(id, watch),
        trained,
        manifest.provenance().flatMap(Manifest.Provenance::to).orElse(trained),
        watch.drift().windowsClosed(),
        watch.drift().verdicts(),
        watch.drift().joint(),
        watch
            .performance()
            .map(PerformanceWatch::verdict)
            .orElseGet(
                () ->
                    PerformanceVerdict.notEnoughData(
                        Yardstick.ACCURACY, 0, 0, PerformanceVerdict.NO_HOLD_OUT)),
        watch.concept().map(ConceptWatch::verdict).orElseGet(() -> ConceptVerdict.none()),
        watch
            .track()
            .map(t -> new Standing.Track(t.trusted(), t.meanError(), t.batches()))
            .orElse(new Standing.Track(true, 0, 0)),
        time(watch.lastRowMillis()),
        time(watch.lastLabelMillis()),
        watch.labels());
  }

  private static Optional<Standing.Errors> errors(HoldOutErrors known, VersionWatch watch) {
    return watch
        .performance()
        .map(performance -> new Standing.Errors(known, performance.residual(known)));
  }

  /** When it first answered or, before that, when it last became the champion. */
  private Instant since(VersionId id, VersionWatch watch) {
    return time(watch.firstRowMillis())
        .or(
            () ->
                registry.history(id.model()).stream()
                    .filter(promotion -> promotion.to() == id.version())
                    .map(Promotion::at)
                    .findFirst())
        .orElseGet(clock::instant);
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
