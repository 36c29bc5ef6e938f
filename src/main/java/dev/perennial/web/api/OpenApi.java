package dev.perennial.web.api;

import dev.perennial.access.Openness;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the API as OpenAPI 3.1 has it: the paths are those of the routes, the rights theirs,
 * the problems those of {@link Problem.Type}, the rows those of the models that answer now. What no
 * code can say (summaries, the shapes of documents) stands in openapi.json beside this class; a
 * test asks every route and compares. Safe for use by many threads.
 */
final class OpenApi {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final JsonNode words = words();
  private final Supplier<List<Route>> routes;
  private final LiveModels models;
  private final OpenApiOperation operations;
  private final String version;

  OpenApi(Supplier<List<Route>> routes, LiveModels models, Openness open, String version) {
    this.routes = routes;
    this.models = models;
    this.version = version;
    operations = new OpenApiOperation(open, words.get("parameters"));
  }

  private static JsonNode words() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing from the program");
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] document(HttpServletRequest request) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Perennial")
        .put("version", version)
        .put("description", "Predictions of Weka models, written down before they are given.")
        .putObject("license")
        .put("name", "GPL-3.0-or-later")
        .put("identifier", "GPL-3.0-or-later");
    String server = Exchange.of(request).origin() + request.getContextPath();
    document.putArray("servers").addObject().put("url", server);
    ObjectNode paths = document.putObject("paths");
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    words.get("schemas").properties().forEach(e -> schemas.set(e.getKey(), e.getValue()));
    problem(schemas);
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token of /admin/tokens, or the setting perennial.admin.token.");
    List<OpenApiModel> described =
        models.names().stream()
            .flatMap(name -> models.find(name).stream())
            .map(OpenApiModel::new)
            .toList();
    OpenApiModel.describeAll(schemas, described);
    for (Route route : routes.get()) {
      for (String method : route.methods()) {
        JsonNode said = words.get("operations").path(method + " " + route.template());
        if (!said.isMissingNode()) {
          ObjectNode operation = operations.of(route, method, said);
          paths
              .withObjectProperty(route.template())
              .set(method.toLowerCase(Locale.ROOT), operation);
          described.forEach(model -> model.add(paths, route, operation));
        }
      }
    }
    return MAPPER.writeValueAsBytes(document);
  }

  private static void problem(ObjectNode schemas) {
    ObjectNode problem = schemas.putObject("Problem").put("type", "object");
    problem.put("description", "RFC 9457; docs/problems.md says what each type means.");
    problem.put("additionalProperties", false);
    problem.putArray("required").add("type").add("title").add("status").add("detail");
    ObjectNode members = problem.putObject("properties");
    var types = members.putObject("type").putArray("enum");
    for (Problem.Type type : Problem.Type.values()) {
      types.add(type.urn());
    }
    members.putObject("title").put("type", "string");
    members.putObject("status").put("type", "integer");
    members.putObject("detail").put("type", "string");
    members
        .putObject("errors")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/components/schemas/FieldError");
  }
}
