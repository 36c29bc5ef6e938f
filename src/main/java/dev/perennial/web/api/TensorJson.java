package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Prediction;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Answer.Predicted;
import dev.perennial.serving.Live;
import dev.perennial.web.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the documents of the Open Inference Protocol. */
final class TensorJson {
  private TensorJson() {}

  /** The names of what a model of this schema gives. */
  static List<String> outputs(Schema schema) {
    return schema.classes().isEmpty()
        ? List.of("predict", "prediction_id")
        : List.of("predict", "predict_proba", "classes", "prediction_id");
  }

  static byte[] metadata(Live live, List<VersionId> versions) {
    Schema schema = live.inputs().schema();
    int classes = schema.classes().size();
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("name", live.model().id().model());
          json.writeArrayPropertyStart("versions");
          versions.forEach(id -> json.writeString(Integer.toString(id.version())));
          json.writeEndArray();
          json.writeStringProperty("platform", "weka_serialized");
          json.writeArrayPropertyStart("inputs");
          for (Feature feature : schema.features()) {
            start(json, feature.name(), Live.isJsonNumber(feature) ? "FP64" : "BYTES", -1);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayPropertyStart("outputs");
          for (String output : outputs(schema)) {
            start(json, output, datatype(schema, output), shape(output, -1, classes));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static String datatype(Schema schema, String output) {
    boolean number = output.equals("predict") && schema.classes().isEmpty();
    return number || output.equals("predict_proba") ? "FP64" : "BYTES";
  }

  private static int[] shape(String output, int rows, int classes) {
    return switch (output) {
      case "predict_proba" -> new int[] {rows, classes};
      case "classes" -> new int[] {classes};
      default -> new int[] {rows};
    };
  }

  /** Begins a tensor: everything but its data. */
  private static void start(JsonGenerator json, String name, String datatype, int... shape) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("datatype", datatype);
    json.writeName("shape");
    json.writeArray(shape, 0, shape.length);
  }

  /**
   * The answer to an inference.
   *
   * @param wanted the outputs to send, in this order
   */
  static byte[] answer(Live live, String id, List<String> wanted, List<Predicted> rows) {
    Schema schema = live.inputs().schema();
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("model_name", live.model().id().model());
          json.writeStringProperty("model_version", live.model().id().version() + "");
          json.writeStringProperty("id", id);
          json.writeArrayPropertyStart("outputs");
          for (String output : wanted) {
            int[] shape = shape(output, rows.size(), schema.classes().size());
            start(json, output, datatype(schema, output), shape);
            json.writeArrayPropertyStart("data");
            data(json, schema, output, rows);
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void data(JsonGenerator json, Schema schema, String output, List<Predicted> rows) {
    switch (output) {
      case "classes" -> schema.classes().forEach(json::writeString);
      case "prediction_id" -> rows.forEach(row -> json.writeString(row.id()));
      case "predict_proba" -> rows.forEach(row -> probabilities(json, row.prediction()));
      default -> rows.forEach(row -> prediction(json, schema, row.prediction()));
    }
  }

  private static void probabilities(JsonGenerator json, Prediction prediction) {
    for (int k = 0; k < prediction.classes(); k++) {
      json.writeNumber(prediction.probability(k));
    }
  }

  private static void prediction(JsonGenerator json, Schema schema, Prediction prediction) {
    if (prediction.classes() == 0) {
      json.writeNumber(prediction.value());
    } else {
      json.writeString(schema.classes().get(prediction.classIndex()));
    }
  }
}
