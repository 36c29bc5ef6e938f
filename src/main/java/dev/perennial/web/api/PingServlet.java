package dev.perennial.web.api;

import dev.perennial.serving.LiveModels;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * MLflow's {@code GET /ping} and {@code GET /health} (404 while the model is not loaded) and {@code
 * GET /version}. Safe for use by many threads.
 */
public final class PingServlet extends HttpServlet {
  private final transient LiveModels models;
  private final String model;
  private final String version;

  /**
   * @param model the one that answers invocations
   * @param version of Perennial
   */
  public PingServlet(LiveModels models, String model, String version) {
    this.models = models;
    this.model = model;
    this.version = version;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asksVersion = Exchange.of(request).route().orElseThrow().template().equals("/version");
    if (!asksVersion && !models.isReady(model)) {
      throw Problem.forPrograms(Problem.Type.NOT_FOUND, "The default model is not loaded.")
          .asException();
    }
    response.setContentType("text/plain;charset=UTF-8");
    String text = (asksVersion ? version : "") + "\n";
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
