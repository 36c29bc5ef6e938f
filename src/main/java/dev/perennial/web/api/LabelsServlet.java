package dev.perennial.web.api;

import dev.perennial.serving.LabelOutcome;
import dev.perennial.serving.Labels;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.Teller;
import dev.perennial.serving.TooManyLabels;
import dev.perennial.web.Body;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code POST /api/v1/labels}. Safe for use by many threads. */
public final class LabelsServlet extends HttpServlet {
  private static final String JSON = "application/json";
  private final transient Labels labels;
  private final int mostBody;

  /**
   * @param mostBody in bytes
   */
  public LabelsServlet(Labels labels, int mostBody) {
    this.labels = labels;
    this.mostBody = mostBody;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isJson = MediaType.require(request, JSON, "text/csv").equals(JSON);
    byte[] body = Body.read(request, mostBody);
    LabelOutcome outcome = take(isJson, body, Teller.of(Exchange.of(request).caller()));
    Json.send(response, 200, JSON, Json.bytes(json -> write(json, outcome)));
  }

  private LabelOutcome take(boolean isJson, byte[] body, Teller teller) {
    try {
      return isJson ? labels.json(body, teller) : labels.csv(body, teller);
    } catch (MalformedJson e) {
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, e.sentence()).asException();
    } catch (MalformedCsv e) {
      throw Problem.of(Problem.Type.MALFORMED_CSV, e.sentence()).asException();
    } catch (TooManyLabels e) {
      throw Problem.invalidInput(List.of(e.error())).asException();
    }
  }

  private static void write(JsonGenerator json, LabelOutcome outcome) {
    json.writeStartObject();
    json.writeNumberProperty("accepted", outcome.accepted());
    json.writeNumberProperty("unchanged", outcome.unchanged());
    json.writeNumberProperty("corrected", outcome.corrected());
    json.writeNumberProperty("rejected", outcome.rejected().size());
    json.writeArrayPropertyStart("errors");
    for (LabelOutcome.Rejected rejected : outcome.rejected()) {
      json.writeStartObject();
      json.writeNumberProperty("index", rejected.index());
      json.writeStringProperty("prediction_id", rejected.prediction());
      json.writeStringProperty("reason", rejected.reason().english());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
