package dev.perennial.app;

import dev.perennial.log.Patience;
import dev.perennial.web.Batches;

/** What answers tables of any length. */
final class BatchRoutes {
  private BatchRoutes() {}

  static Batches batches(App app) {
    return new Batches(
        app.predictor,
        app.failures,
        new Patience(app.settings.duration("perennial.batch.patience"), app.gate::isStopping),
        app.tmp,
        app.settings.bytes("perennial.batch.disk"),
        app.settings.integer("perennial.batch.at-once"));
  }
}
