package dev.perennial.web.api;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document of OpenAPI, and what a validator of JSON Schema 2020-12 says by it. */
final class Description {
  private static final String OFFICIAL = "https://spec.openapis.org/oas/3.1/";
  private static final String HERE = "https://perennial.test/openapi.json";
  private static final JsonMapper MAPPER = new JsonMapper();
  final JsonNode document;
  private final SchemaRegistry registry;

  Description(String text) throws IOException {
    document = MAPPER.readTree(text);
    Map<String, String> schemas = new HashMap<>();
    for (String each :
        List.of("schema-base/2022-10-07", "schema/2022-10-07", "dialect/base", "meta/base")) {
      schemas.put(OFFICIAL + each, official(each));
    }
    schemas.put(HERE, text);
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  /** The schemas of the OpenAPI initiative, as the jar of vertx-openapi carries them. */
  private static String official(String name) throws IOException {
    try (InputStream in =
        Description.class.getResourceAsStream("/spec.openapis.org/oas/3.1/" + name)) {
      assert in != null;
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What is wrong with the document itself. */
  List<String> faults() {
    return faults(OFFICIAL + "schema-base/2022-10-07", document);
  }

  /** What is wrong with a JSON text by the schema at this place of the document. */
  List<String> faults(String json, String... place) {
    StringBuilder pointer = new StringBuilder(HERE + "#");
    for (String step : place) {
      String escaped = step.replace("~", "~0").replace("/", "~1");
      pointer.append('/').append(escaped.replace("{", "%7B").replace("}", "%7D"));
    }
    return faults(pointer.toString(), MAPPER.readTree(json));
  }

  private List<String> faults(String schema, JsonNode node) {
    return registry.getSchema(SchemaLocation.of(schema)).validate(node).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }
}
