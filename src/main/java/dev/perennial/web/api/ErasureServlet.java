package dev.perennial.web.api;

import dev.perennial.log.Erasure;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * {@code DELETE /api/v1/models/{model}/predictions/{prediction_id}}, and {@code GET} of {@code
 * /api/v1/models/{model}/erasures} and {@code …/erasures/{erasure}}. Safe for use by many threads.
 */
public final class ErasureServlet extends HttpServlet {
  private final transient Erasing erasing;
  private final boolean all;

  /**
   * @param all whether a GET is for the list
   */
  public ErasureServlet(Erasing erasing, boolean all) {
    this.erasing = erasing;
    this.all = all;
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String prediction = exchange.parameter("prediction_id");
    erasing.send(
        response, exchange, erasing.one(exchange, exchange.parameter("model"), prediction));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    if (all) {
      List<Erasure> newest = erasing.newest(model);
      byte[] list = Json.bytes(json -> list(json, exchange, newest));
      Json.send(response, 200, "application/json", list);
    } else {
      Erasure one = erasing.find(model, exchange.parameter("erasure"));
      byte[] body = Json.bytes(json -> erasing.write(json, exchange, one));
      Json.send(response, 200, "application/json", body);
    }
  }

  private void list(JsonGenerator json, Exchange exchange, List<Erasure> erasures) {
    json.writeStartObject();
    json.writeArrayPropertyStart("erasures");
    erasures.forEach(each -> erasing.write(json, exchange, each));
    json.writeEndArray();
    json.writeEndObject();
  }
}
