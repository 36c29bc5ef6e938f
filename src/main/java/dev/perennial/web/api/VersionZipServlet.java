package dev.perennial.web.api;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.model.VersionZip;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Imports;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/v1/models/{model}/versions/{version}/export}: a version as one zip, and {@code
 * POST /api/v1/imports}: such a zip taken in. Safe for use by many threads.
 */
public final class VersionZipServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Imports imports;

  public VersionZipServlet(ModelRegistry registry, Imports imports) {
    this.registry = registry;
    this.imports = imports;
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
      throw Problem.forPrograms(
              Problem.Type.CONFLICT, "The version is not whole: " + Problem.sentence(e))
          .asException();
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MediaType.require(request, "application/zip");
    VersionId made = imports.zip(request.getInputStream(), Exchange.of(request));
    new VersionDocument(registry).created(made, request, response);
  }
}
