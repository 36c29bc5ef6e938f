package dev.perennial.web.api;

import dev.perennial.access.Caller;
import dev.perennial.access.Openness;
import dev.perennial.access.Right;
import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import dev.perennial.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of a route, from what is said of it and what its template and its right imply. Safe
 * for use by many threads.
 */
final class OpenApiOperation {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");
  private final Openness open;
  private final JsonNode parameters;

  /**
   * @param open what strangers may do
   * @param parameters those of queries, by name
   */
  OpenApiOperation(Openness open, JsonNode parameters) {
    this.open = open;
    this.parameters = parameters;
  }

  ObjectNode of(Route route, String method, JsonNode said) {
    ObjectNode operation = MAPPER.createObjectNode();
    operation.putArray("tags").add(said.get("tag").stringValue());
    operation.put("summary", said.get("summary").stringValue());
    operation.put("operationId", method.toLowerCase(Locale.ROOT) + "-" + route.name());
    parameters(operation, route, said);
    if (said.has("body")) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      content(body, said, "bodies", said.get("body").stringValue());
    }
    ObjectNode responses = operation.putObject("responses");
    int status = said.path("status").asInt(200);
    ObjectNode answer = responses.putObject(Integer.toString(status));
    answer.put("description", status == 204 ? "Done" : "The answer");
    if (status != 204) {
      content(answer, said, "types", answered(said));
    }
    for (JsonNode also : said.path("also")) {
      ObjectNode begun = responses.putObject(also.asString());
      content(begun.put("description", "The answer so far"), said, "types", answered(said));
    }
    problems(responses, route, method, said);
    security(operation, route.right());
    return operation;
  }

  private static String answered(JsonNode said) {
    return said.path("answer").asString("");
  }

  private void parameters(ObjectNode operation, Route route, JsonNode said) {
    List<ObjectNode> all = new ArrayList<>();
    Matcher names = NAME.matcher(route.template());
    while (names.find()) {
      ObjectNode parameter = parameter(names.group(1), "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
      all.add(parameter);
    }
    for (JsonNode name : said.path("query")) {
      ObjectNode parameter = parameter(name.stringValue(), "query");
      parameter.setAll((ObjectNode) parameters.get(name.stringValue()));
      all.add(parameter);
    }
    if (!all.isEmpty()) {
      operation.putArray("parameters").addAll(all);
    }
  }

  private static ObjectNode parameter(String name, String in) {
    return MAPPER.createObjectNode().put("name", name).put("in", in);
  }

  /** By media type where there are several, else as JSON. */
  private static void content(ObjectNode to, JsonNode said, String several, String schema) {
    ObjectNode content = to.putObject("content");
    if (said.has(several)) {
      said.get(several)
          .properties()
          .forEach(e -> refer(content, e.getKey(), e.getValue().stringValue()));
    } else {
      refer(content, "application/json", schema);
    }
  }

  private static void refer(ObjectNode content, String type, String schema) {
    content.putObject(type).putObject("schema").put("$ref", "#/components/schemas/" + schema);
  }

  private static void problems(ObjectNode responses, Route route, String method, JsonNode said) {
    List<Problem.Type> types = new ArrayList<>();
    said.path("problems").forEach(slug -> types.add(type(slug.stringValue())));
    if (route.right() != Right.ANYONE) {
      types.addAll(List.of(Problem.Type.UNAUTHORIZED, Problem.Type.TOO_MANY));
    }
    if (route.right() == Right.READER || route.right() == Right.ADMINISTRATOR) {
      types.add(Problem.Type.FORBIDDEN);
    }
    if (!method.equals("GET")) {
      types.add(Problem.Type.STALE_FORM);
    }
    if (route.template().contains("{")) {
      types.add(Problem.Type.NOT_FOUND);
    }
    types.addAll(List.of(Problem.Type.INTERNAL, Problem.Type.UNAVAILABLE));
    Map<Integer, List<String>> titles = new TreeMap<>();
    for (Problem.Type type : types) {
      titles.computeIfAbsent(type.status(), s -> new ArrayList<>()).add(type.title().english());
    }
    Problems.Shape shape = Problems.Shape.of(route.template());
    String schema =
        switch (shape) {
          case V2 -> "V2Error";
          case MLFLOW -> "MlflowError";
          case PROBLEM -> "Problem";
          case PAGE -> "Text";
        };
    titles.forEach(
        (status, causes) -> {
          ObjectNode response = responses.putObject(Integer.toString(status));
          response.put("description", String.join("; ", causes));
          refer(response.putObject("content"), shape.type(), schema);
        });
  }

  private static Problem.Type type(String slug) {
    return Problem.Type.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** An empty requirement beside the token says that the token may be left out. */
  private void security(ObjectNode operation, Right right) {
    var security = operation.putArray("security");
    if (right == Right.ANYONE) {
      return;
    }
    if (Caller.ANONYMOUS.may(right, open)) {
      security.addObject();
    }
    security.addObject().putArray("token");
  }
}
