package dev.perennial.log;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Request;
import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import java.util.List;
import java.util.Optional;

/** Entries and the schema that they fit. */
final class Sample {
  static final Schema SCHEMA =
      new Schema(
          "flowers",
          List.of(
              feature("size", Kind.NUMERIC),
              feature("colour", Kind.NOMINAL, "red", "\"blue\""),
              feature("note", Kind.STRING)),
          feature("species", Kind.NOMINAL, "setosa", "virginica"));

  private Sample() {}

  private static Feature feature(String name, Kind kind, String... values) {
    return new Feature(name, name, kind, List.of(values), Optional.empty(), Optional.empty());
  }

  static Answered answered(long id) {
    return answered(id, Row.of(new double[] {id % 1000, 1, Row.OTHER}, new String[] {"", "", "é"}));
  }

  static Answered answered(long id, Row row) {
    return new Answered(
        id, id + 1, 7, Source.API, row, Prediction.ofClass(0.25, 0.75), 10, 20, List.of());
  }

  static Request request(long id) {
    return new Request(id, "", "POST", "/api/v1/models/{model}/predict", 200, 1234);
  }
}
