package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.web.Dispatcher;
import dev.perennial.web.Route;
import dev.perennial.web.pages.BringServlet;
import dev.perennial.web.pages.DraftServlet;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;

/** Where administrators bring tables to make models from. */
final class BringRoutes {
  private static final String UPLOAD = "/admin/models";
  private static final int IN_MEMORY = 1 << 16;

  private BringRoutes() {}

  static List<Route> of(App app) {
    var getPost = List.of("GET", "POST");
    var bring = new BringServlet(app.drafts, app.settings.bytes("perennial.upload.size"));
    var draft = new DraftServlet(app.drafts, app.clock);
    return List.of(
        new Route("bring", getPost, UPLOAD, RECORDED, ADMINISTRATOR, bring),
        new Route("draft", getPost, UPLOAD + "/{draft}", RECORDED, ADMINISTRATOR, draft));
  }

  /**
   * Its own entry in the container: what an upload may bring is bounded before it is on the disk,
   * and more tightly than a batch.
   */
  static void register(App app, ServletContext context, List<Route> routes, int mostBody) {
    long most = app.settings.bytes("perennial.upload.size");
    List<Route> own = routes.stream().filter(each -> each.template().equals(UPLOAD)).toList();
    ServletRegistration.Dynamic uploads =
        context.addServlet(
            "uploads", new Dispatcher(own, app.access, app.open, app.proxies, mostBody));
    uploads.setMultipartConfig(
        new MultipartConfigElement(app.tables.toString(), most, most + IN_MEMORY, IN_MEMORY));
    uploads.addMapping(UPLOAD);
    uploads.setAsyncSupported(true);
  }
}
