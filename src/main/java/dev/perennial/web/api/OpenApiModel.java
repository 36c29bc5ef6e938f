package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Schema;
import dev.perennial.serving.Accepts;
import dev.perennial.serving.Live;
import dev.perennial.web.Route;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What OpenAPI can say of one model that answers: its rows, its answers, its own addresses. */
record OpenApiModel(Live live) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PREDICT = "/api/v1/models/{model}/predict";
  private static final String INFER = "/v2/models/{model}/infer";

  /** Adds the schemas of all models, and those that stand for any of them. */
  static void describeAll(ObjectNode schemas, List<OpenApiModel> models) {
    ObjectNode row = schemas.putObject("AnyRow");
    ObjectNode answer = schemas.putObject("AnyPrediction");
    if (models.isEmpty()) {
      row.put("type", "object");
      answer.put("type", "object");
      return;
    }
    ArrayNode rows = row.putArray("anyOf");
    ArrayNode answers = answer.putArray("anyOf");
    for (OpenApiModel model : models) {
      model.describe(schemas);
      rows.addObject().put("$ref", SCHEMAS + model.name() + ".Request");
      answers.addObject().put("$ref", SCHEMAS + model.name() + ".Response");
    }
  }

  private String name() {
    return live.model().id().model();
  }

  private void describe(ObjectNode schemas) {
    row(schemas.putObject(name() + ".Row"));
    oneOrMany(schemas.putObject(name() + ".Request"), name() + ".Row", live.inputs().mostRows());
    answer(schemas.putObject(name() + ".Prediction"));
    ArrayNode either = schemas.putObject(name() + ".Response").putArray("oneOf");
    either.addObject().put("$ref", SCHEMAS + name() + ".Prediction");
    ObjectNode list = object(either.addObject());
    ArrayNode entry =
        list.putObject("properties")
            .putObject("predictions")
            .put("type", "array")
            .putObject("items")
            .putArray("oneOf");
    list.putArray("required").add("predictions");
    entry.addObject().put("$ref", SCHEMAS + name() + ".Prediction");
    ObjectNode refused = object(entry.addObject());
    refused.putObject("properties").putObject("error").put("$ref", SCHEMAS + "Problem");
    refused.putArray("required").add("error");
  }

  private static void oneOrMany(ObjectNode to, String row, int most) {
    ArrayNode either = to.putArray("oneOf");
    either.addObject().put("$ref", SCHEMAS + row);
    ObjectNode list = either.addObject().put("type", "array").put("maxItems", most);
    list.putObject("items").put("$ref", SCHEMAS + row);
  }

  private static ObjectNode object(ObjectNode node) {
    return node.put("type", "object").put("additionalProperties", false);
  }

  private void row(ObjectNode row) {
    object(row).put("title", live.model().manifest().title());
    ObjectNode fields = row.putObject("properties");
    ArrayNode required = MAPPER.createArrayNode();
    for (Feature feature : live.inputs().schema().features()) {
      field(fields.putObject(feature.name()), feature);
      required.add(feature.name());
    }
    if (!live.inputs().takesMissing()) {
      row.set("required", required);
    }
  }

  private void field(ObjectNode field, Feature feature) {
    field.put("title", feature.label());
    field.put("description", "Give " + Accepts.words(feature).english() + ".");
    ArrayNode types = field.putArray("type");
    types.add(feature.kind() == Kind.NUMERIC ? "number" : "string");
    if (feature.kind() == Kind.DATE) {
      types.add("number");
    }
    boolean listed = feature.isNominal() && !live.inputs().takesUnlisted();
    ArrayNode values = listed ? field.putArray("enum") : MAPPER.createArrayNode();
    feature.values().forEach(values::add);
    if (live.inputs().takesMissing()) {
      types.add("null");
      values.addNull();
    }
  }

  private void answer(ObjectNode answer) {
    Schema schema = live.inputs().schema();
    ObjectNode members = object(answer).putObject("properties");
    members.putObject("prediction_id").put("type", "string");
    members.putObject("model").put("const", name());
    members.putObject("version").put("type", "integer");
    ArrayNode required = answer.putArray("required");
    List.of("prediction_id", "model", "version", "prediction", "warnings").forEach(required::add);
    if (schema.classes().isEmpty()) {
      members.putObject("prediction").put("type", "number");
    } else {
      schema.classes().forEach(members.putObject("prediction").putArray("enum")::add);
      ObjectNode all = object(members.putObject("probabilities"));
      ObjectNode each = all.putObject("properties");
      schema.classes().forEach(c -> each.putObject(c).put("type", "number").put("minimum", 0));
      schema.classes().forEach(all.putArray("required")::add);
      required.add("probabilities");
    }
    members
        .putObject("warnings")
        .put("type", "array")
        .putObject("items")
        .put("$ref", SCHEMAS + "Warning");
    members.putObject("logged").put("const", false);
    members.putObject("explanation").put("$ref", SCHEMAS + "Explanation");
  }

  /** Of a route that asks any model, adds the address that asks this one, with an example. */
  void add(ObjectNode paths, Route route, ObjectNode operation) {
    boolean predict = route.template().equals(PREDICT);
    if (!predict && !route.template().equals(INFER)) {
      return;
    }
    ObjectNode own = operation.deepCopy();
    own.putArray("tags").add(name());
    own.put("operationId", own.get("operationId").stringValue() + "-" + name());
    own.withArrayProperty("parameters").remove(0);
    String json = "application/json";
    ObjectNode body = (ObjectNode) own.get("requestBody").get("content").get(json);
    body.set("example", MAPPER.readTree(predict ? row() : tensors()));
    if (predict) {
      body.putObject("schema").put("$ref", SCHEMAS + name() + ".Request");
      ObjectNode answer = (ObjectNode) own.get("responses").get("200").get("content").get(json);
      answer.putObject("schema").put("$ref", SCHEMAS + name() + ".Response");
    }
    paths.putObject(route.template().replace("{model}", name())).set("post", own);
  }

  private String row() {
    return SampleRequest.body(live.inputs().schema(), live.sample());
  }

  /** The sample as one tensor for each field. */
  private String tensors() {
    ObjectNode request = MAPPER.createObjectNode();
    ArrayNode inputs = request.putArray("inputs");
    var row = MAPPER.readTree(row());
    for (Feature feature : live.inputs().schema().features()) {
      ObjectNode tensor = inputs.addObject().put("name", feature.name());
      tensor.put("datatype", Live.isJsonNumber(feature) ? "FP64" : "BYTES");
      tensor.putArray("shape").add(1);
      tensor.putArray("data").add(row.get(feature.name()));
    }
    return request.toString();
  }
}
