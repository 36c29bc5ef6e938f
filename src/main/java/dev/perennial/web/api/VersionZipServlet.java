package dev.perennial.web.api;

import dev.perennial.access.Audit;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.model.VersionImport;
import dev.perennial.model.VersionZip;
import dev.perennial.serving.FieldError;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * {@code GET /api/v1/models/{model}/versions/{version}/export}: a version as one zip, and {@code
 * POST /api/v1/imports}: such a zip taken in. Safe for use by many threads; one import at a time,
 * since it is held in memory.
 */
public final class VersionZipServlet extends HttpServlet {
  private static final int GRACE = 4 << 20;
  private final transient ModelRegistry registry;
  private final transient VersionImport imports;
  private final transient Audit audit;
  private final long most;
  private final transient Semaphore place = new Semaphore(1);

  /**
   * @param most bytes of a zip, packed and unpacked
   */
  public VersionZipServlet(ModelRegistry registry, Audit audit, long most) {
    this.registry = registry;
    this.imports = new VersionImport(registry);
    this.audit = audit;
    this.most = most;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    VersionId id =
        Doorway.version(registry, exchange.parameter("model"), exchange.parameter("version"));
    ModelRegistry.Parts parts = parts(id);
    response.setContentType("application/zip");
    String name = id.model() + "-" + id.version() + ".zip";
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
    VersionZip.write(response.getOutputStream(), id, parts);
  }

  private ModelRegistry.Parts parts(VersionId id) {
    try {
      return registry.parts(id);
    } catch (ModelException e) {
      throw Problem.of(Problem.Type.CONFLICT, "The version is not whole: " + Problem.sentence(e))
          .asException();
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MediaType.require(request, "application/zip");
    VersionId made = take(request.getInputStream(), Exchange.of(request));
    byte[] body = new VersionDocument(registry).one(made, Exchange.of(request));
    response.setHeader(
        "Location",
        request.getContextPath()
            + "/api/v1/models/"
            + made.model()
            + "/versions/"
            + made.version());
    Json.send(response, 201, "application/json", body);
  }

  private VersionId take(InputStream zip, Exchange exchange) {
    if (!place.tryAcquire()) {
      throw Problem.unavailable("Another import is in progress: try again.").asException();
    }
    try {
      VersionZip.Content content = VersionZip.read(zip, most);
      String actor = exchange.caller().actor();
      VersionId made = imports.run(content, actor);
      String detail =
          "%s, which was %s; sha-256 of its classifier %s"
              .formatted(made, content.was(), content.parts().manifest().classifier().sha256());
      audit.record(actor, "version-imported", exchange.client().address(), detail);
      return made;
    } catch (ModelException e) {
      skip(zip);
      var fault = new FieldError("zip", Optional.empty(), Problem.sentence(e));
      String detail = "Nothing was imported: " + Problem.sentence(e);
      throw new Problem(Problem.Type.INVALID_INPUT, detail, List.of(fault), Map.of()).asException();
    } catch (IOException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, "The body broke off or is badly chunked.")
          .asException();
    } finally {
      place.release();
    }
  }

  /** A sender that is cut off while it sends never sees why. */
  private static void skip(InputStream rest) {
    try {
      long unused = rest.skip(GRACE);
    } catch (IOException e) {
      // It is refused anyhow.
    }
  }
}
