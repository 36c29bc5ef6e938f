package dev.perennial.serving;

import dev.perennial.model.Feature;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One tensor of an Open Inference Protocol request.
 *
 * @param shape as sent
 * @param data row-major, whether it was sent nested or flat
 * @param faults what is wrong with it apart from its values
 */
record Tensor(
    String name, String datatype, List<Long> shape, List<JsonCell> data, List<FieldError> faults) {
  /** How many rows it holds. */
  int rows() {
    return Math.toIntExact(shape.get(0));
  }

  /** How many values each of its rows has. */
  int width() {
    return rows() == 0 ? 0 : data.size() / rows();
  }

  /**
   * Reads the value that the parser stands on, and leaves the parser at its end.
   *
   * @param place such as "inputs[0]", for what is wrong
   */
  static Tensor read(JsonParser parser, String place) {
    String name = "";
    String datatype = "";
    List<Long> shape = new ArrayList<>();
    List<JsonCell> data = new ArrayList<>();
    List<FieldError> faults = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      faults.add(FieldError.forPrograms(place, StrictJson.shown(parser), "must be an object"));
      return new Tensor(name, datatype, shape, data, faults);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "name" -> name = JsonCell.read(parser).text();
        case "datatype" -> datatype = JsonCell.read(parser).text();
        case "shape" -> shape.addAll(shape(parser, place, faults));
        case "data" -> flatten(parser, data);
        case "parameters" -> faults.addAll(parameters(parser, place + ".parameters"));
        default -> parser.skipChildren();
      }
    }
    Tensor read = new Tensor(name, datatype, shape, data, faults);
    if (faults.isEmpty()) {
      read.check(place);
    }
    return read;
  }

  private static List<Long> shape(JsonParser parser, String place, List<FieldError> faults) {
    List<JsonCell> cells = new ArrayList<>();
    flatten(parser, cells);
    List<Long> shape = new ArrayList<>();
    for (JsonCell cell : cells) {
      if (cell.token() == JsonToken.VALUE_NUMBER_INT && cell.text().matches("[0-9]{1,7}")) {
        shape.add(Long.parseLong(cell.text()));
      } else {
        faults.add(
            FieldError.forPrograms(
                place + ".shape", cell.text(), "must be a list of whole numbers from 0"));
      }
    }
    return shape;
  }

  /** All values below the one that the parser stands on, in order. */
  private static void flatten(JsonParser parser, List<JsonCell> cells) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      cells.add(JsonCell.read(parser));
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      flatten(parser, cells);
    }
  }

  /**
   * Reads parameters, of which none is needed; those of the binary extension are refused, since
   * their tensors would be taken for empty.
   */
  static List<FieldError> parameters(JsonParser parser, String place) {
    List<FieldError> faults = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return faults;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      String value = StrictJson.shown(parser);
      if (key.startsWith("binary_data") && !value.equals("false")) {
        faults.add(
            FieldError.forPrograms(
                place + "." + key, value, "is not supported: tensors are sent as JSON here"));
      }
    }
    return faults;
  }

  /** Adds what of the declared datatype does not hold for the feature or the values. */
  void misfits(Feature feature, String place, List<FieldError> faults) {
    Datatype.misfit(feature, datatype)
        .ifPresent(why -> faults.add(FieldError.forPrograms(place + ".datatype", datatype, why)));
    for (int i = 0; i < data.size() && faults.isEmpty(); i++) {
      JsonCell cell = data.get(i);
      Datatype.misfit(cell, datatype)
          .ifPresent(why -> faults.add(FieldError.forPrograms(place + ".data", cell.text(), why)));
    }
  }

  private void check(String place) {
    if (!Datatype.isKnown(datatype)) {
      faults.add(
          FieldError.forPrograms(
              place + ".datatype",
              datatype,
              "must be BOOL, BYTES, FP16 to FP64, INT8 to INT64 or UINT8 to UINT64"));
    }
    if (shape.isEmpty() || shape.size() > 2) {
      faults.add(
          FieldError.forPrograms(
              place + ".shape", shape.toString(), "must have one or two dimensions"));
    } else if (shape.stream().reduce(1L, (a, b) -> a * b) != data.size()) {
      faults.add(
          FieldError.forPrograms(
              place + ".data",
              data.size() + " values",
              "must hold as many values as the shape " + shape + " says"));
    }
  }
}
