package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.web.Dispatcher;
import dev.perennial.web.Route;
import dev.perennial.web.Upload;
import dev.perennial.web.api.ModelFilesServlet;
import dev.perennial.web.api.VersionZipServlet;
import dev.perennial.web.pages.BringServlet;
import dev.perennial.web.pages.DraftServlet;
import dev.perennial.web.pages.ImportServlet;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;

/** Where administrators bring tables to make models from, and finished versions. */
final class BringRoutes {
  private static final String UPLOAD = "/admin/models";
  private static final String IMPORT = "/admin/imports";
  private static final String MODEL_FILES = "/api/v1/model-files";
  private static final int IN_MEMORY = 1 << 16;

  private BringRoutes() {}

  static List<Route> of(App app) {
    var getPost = List.of("GET", "POST");
    var bring = new BringServlet(app.drafts, app.settings.bytes("perennial.upload.size"));
    var draft = new DraftServlet(app.drafts, app.clock);
    var page = new ImportServlet(app.imports);
    var files = new ModelFilesServlet(app.registry, app.imports);
    var zip = new VersionZipServlet(app.registry, app.imports);
    var get = List.of("GET");
    var post = List.of("POST");
    String one = "/api/v1/models/{model}/versions/{version}/export";
    return List.of(
        new Route("import", post, "/api/v1/imports", RECORDED, ADMINISTRATOR, zip),
        new Route("version-zip", get, one, RECORDED, ADMINISTRATOR, zip),
        new Route("model-files", post, MODEL_FILES, RECORDED, ADMINISTRATOR, files),
        new Route("import-page", getPost, IMPORT, RECORDED, ADMINISTRATOR, page),
        new Route("bring", getPost, UPLOAD, RECORDED, ADMINISTRATOR, bring),
        new Route("draft", getPost, UPLOAD + "/{draft}", RECORDED, ADMINISTRATOR, draft));
  }

  /**
   * Entries of their own in the container: what an upload may bring is bounded before it is on the
   * disk, and more tightly than a batch.
   */
  static void register(App app, ServletContext context, List<Route> routes, int mostBody) {
    Entry tables = new Entry("uploads", 1, app.settings.bytes("perennial.upload.size"));
    tables.register(app, context, routes, mostBody, List.of(UPLOAD));
    Entry imports = new Entry("imports", 2, app.imports.most());
    imports.register(app, context, routes, mostBody, List.of(IMPORT, MODEL_FILES));
  }

  /** What takes forms with so many files of so many bytes. */
  private record Entry(String name, int files, long most) {
    void register(
        App app, ServletContext context, List<Route> routes, int mostBody, List<String> addresses) {
      List<Route> own = routes.stream().filter(r -> addresses.contains(r.template())).toList();
      ServletRegistration.Dynamic uploads =
          context.addServlet(
              name, new Dispatcher(own, app.access, app.open, app.proxies, mostBody));
      uploads.setMultipartConfig(
          new MultipartConfigElement(
              app.tables.toString(), most, files * most + Upload.GRACE, IN_MEMORY));
      uploads.addMapping(addresses.toArray(String[]::new));
      uploads.setAsyncSupported(true);
    }
  }
}
