package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import dev.perennial.serving.Live;
import dev.perennial.serving.Numbers;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The JSON request that asks what somebody typed, ready to send. */
public final class SampleRequest {
  private SampleRequest() {}

  /** The path that predicts with this model, with the context path. */
  public static String path(HttpServletRequest request, String model) {
    return request.getContextPath() + "/api/v1/models/" + model + "/predict";
  }

  /** The JSON object of these values by feature name; what should be a number and is none stays. */
  public static String body(Schema schema, Map<String, String> values) {
    return text(
        json -> {
          json.writeStartObject();
          for (Feature feature : schema.features()) {
            json.writeName(feature.name());
            write(json, feature, values.getOrDefault(feature.name(), ""));
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Feature feature, String value) {
    if (value.isBlank()) {
      json.writeNull();
    } else if (Live.isJsonNumber(feature) && Numbers.isNumber(value.strip())) {
      json.writeNumber(Double.parseDouble(value));
    } else {
      json.writeString(value);
    }
  }

  /** The members of that object as JSON, each a name, a colon and a value. */
  static List<String> members(Schema schema, Map<String, String> values) {
    return schema.features().stream()
        .map(
            feature ->
                text(json -> json.writeString(feature.name()))
                    + ": "
                    + text(json -> write(json, feature, values.getOrDefault(feature.name(), ""))))
        .toList();
  }

  private static String text(Consumer<JsonGenerator> document) {
    return new String(Json.bytes(document), StandardCharsets.UTF_8);
  }

  /** The address that predicts with this model, as this client would write it. */
  static String address(HttpServletRequest request, String model) {
    return Exchange.of(request).origin() + path(request, model);
  }

  /** A command for a shell, everything foreign in single quotes. */
  static String curl(HttpServletRequest request, String model, String body) {
    return "curl -H 'Content-Type: application/json' -d "
        + quoted(body)
        + " "
        + quoted(address(request, model));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
