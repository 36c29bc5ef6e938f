package dev.perennial.web.api;

import dev.perennial.model.ModelRegistry;
import dev.perennial.web.Imports;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/v1/model-files}: a classifier that was trained elsewhere, with its data, becomes
 * a version. Safe for use by many threads.
 */
public final class ModelFilesServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Imports imports;

  public ModelFilesServlet(ModelRegistry registry, Imports imports) {
    this.registry = registry;
    this.imports = imports;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new VersionDocument(registry).created(imports.model(request), request, response);
  }
}
