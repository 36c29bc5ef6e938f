package dev.perennial.app;

import static dev.perennial.access.Right.PREDICT;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.log.Patience;
import dev.perennial.web.Batches;
import dev.perennial.web.Route;
import dev.perennial.web.pages.BatchPageServlet;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;

/** What answers tables of any length. */
final class BatchRoutes {
  private static final int IN_MEMORY = 1 << 16;

  private BatchRoutes() {}

  static List<Route> pages(App app, Batches batches) {
    var page = new BatchPageServlet(app.live, batches, app.failures);
    var getPost = List.of("GET", "POST");
    return List.of(new Route("batch", getPost, "/models/{model}/batch", RECORDED, PREDICT, page));
  }

  /** Uploaded files wait on the disk, in a place of ours, until they are answered. */
  static MultipartConfigElement uploads(App app) {
    long most = app.settings.bytes("perennial.batch.disk");
    return new MultipartConfigElement(app.tables.toString(), most, most + IN_MEMORY, IN_MEMORY);
  }

  static Batches batches(App app) {
    return new Batches(
        app.predictor,
        app.failures,
        new Patience(app.settings.duration("perennial.batch.patience"), app.gate::isStopping),
        app.tables,
        app.settings.bytes("perennial.batch.disk"),
        app.settings.integer("perennial.batch.at-once"));
  }
}
