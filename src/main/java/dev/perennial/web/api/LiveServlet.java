package dev.perennial.web.api;

import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /health/live}: the process answers. Safe for use by many threads. */
public final class LiveServlet extends HttpServlet {
  private static final byte[] LIVE = "{\"status\":\"live\"}".getBytes(StandardCharsets.UTF_8);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, 200, "application/json", LIVE);
  }
}
