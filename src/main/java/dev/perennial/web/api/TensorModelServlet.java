package dev.perennial.web.api;

import dev.perennial.serving.Live;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /v2/models/{model}[/versions/{version}][/ready]}. Safe for use by many threads. */
public final class TensorModelServlet extends HttpServlet {
  private final transient TensorModels models;

  public TensorModelServlet(TensorModels models) {
    this.models = models;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    Live live = models.find(exchange);
    String name = live.model().id().model();
    byte[] document =
        exchange.route().orElseThrow().template().endsWith("/ready")
            ? Json.bytes(
                json ->
                    json.writeStartObject()
                        .writeStringProperty("name", name)
                        .writeBooleanProperty("ready", true)
                        .writeEndObject())
            : TensorJson.metadata(live, models.registry().versions(name));
    Json.send(response, 200, "application/json", document);
  }
}
