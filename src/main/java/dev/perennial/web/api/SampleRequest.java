package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import dev.perennial.serving.Live;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The JSON request that asks what somebody typed, ready to send. */
public final class SampleRequest {
  private SampleRequest() {}

  /** The path that predicts with this model, with the context path. */
  public static String path(HttpServletRequest request, String model) {
    return request.getContextPath() + "/api/v1/models/" + model + "/predict";
  }

  /** The JSON object of these values by feature name; numbers are written as given. */
  public static String body(Schema schema, Map<String, String> values) {
    byte[] bytes =
        Json.bytes(
            json -> {
              json.writeStartObject();
              for (Feature feature : schema.features()) {
                String value = values.getOrDefault(feature.name(), "");
                json.writeName(feature.name());
                if (value.isBlank()) {
                  json.writeNull();
                } else if (Live.isJsonNumber(feature)) {
                  json.writeNumber(Double.parseDouble(value));
                } else {
                  json.writeString(value);
                }
              }
              json.writeEndObject();
            });
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A command for a shell, everything foreign in single quotes. */
  public static String curl(HttpServletRequest request, String model, String body) {
    String server = Exchange.of(request).origin();
    return "curl -H 'Content-Type: application/json' -d "
        + quoted(body)
        + " "
        + quoted(server + path(request, model));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
