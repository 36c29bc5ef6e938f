package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Feature;
import dev.perennial.model.Iris;
import dev.perennial.model.Kind;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import weka.classifiers.functions.Logistic;

/** The same row means the same behind every door: form, JSON, CSV, V2 and MLflow. */
class DoorsTest {
  private static final int ROWS = 500;
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> NUMBERS =
      List.of("5.1", "3", "0.2", "1e999", "-1e999", "-4", "1E2", "4.9e-320", "7.000");
  private static final List<String> NO_NUMBERS =
      List.of("x", "NaN", "Infinity", "1,5", "0x10", "5.1 cm", "\u0665", "a\"b;c\td");
  private final Random random = new Random(5);
  private int accepted;
  private int refused;

  /**
   * A value as a client has it.
   *
   * @param number whether JSON writes it without quotes
   */
  private record Cell(String text, boolean number) {
    boolean isMissing() {
      return text.isEmpty();
    }

    String json() {
      return isMissing() ? "null" : number ? text : JSON.writeValueAsString(text);
    }

    String csv() {
      return '"' + text.replace("\"", "\"\"") + '"';
    }
  }

  private Cell cell(Feature feature) {
    if (random.nextInt(20) == 0) {
      return new Cell("", false);
    }
    boolean odd = random.nextInt(12) == 0;
    return switch (feature.kind()) {
      case NUMERIC -> odd ? new Cell(any(NO_NUMBERS), false) : new Cell(any(NUMBERS), true);
      case NOMINAL -> new Cell(odd ? any(NO_NUMBERS) : any(feature.values()), false);
      case DATE -> new Cell(odd ? "yesterday" : "2026-11-2" + random.nextInt(10), false);
      case STRING -> new Cell(any(NO_NUMBERS), false);
    };
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Map<String, Checked> doors(Inputs inputs, List<Cell> cells) throws Exception {
    List<String> names = inputs.schema().features().stream().map(Feature::name).toList();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> members = new ArrayList<>();
    List<String> tensors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = JSON.writeValueAsString(names.get(i));
      String value = cells.get(i).json();
      boolean number = inputs.feature(i).kind() == Kind.NUMERIC;
      fields.put(names.get(i), List.of(cells.get(i).text()));
      members.add(name + ":" + value);
      tensors.add(
          "{\"name\":%s,\"shape\":[1],\"datatype\":\"%s\",\"data\":[%s]}"
              .formatted(name, number ? "FP64" : "BYTES", value));
    }
    String csv =
        String.join(",", names)
            + "\n"
            + cells.stream().map(Cell::csv).collect(Collectors.joining(","));
    String v2 = "{\"inputs\":[" + String.join(",", tensors) + "]}";
    String split =
        "{\"dataframe_split\":{\"columns\":%s,\"data\":[[%s]]}}"
            .formatted(
                JSON.writeValueAsString(names),
                cells.stream().map(Cell::json).collect(Collectors.joining(",")));
    Map<String, Checked> doors = new LinkedHashMap<>();
    doors.put("form", TextRow.read(inputs, fields));
    doors.put(
        "json", only(new JsonRows().read(inputs, bytes("{" + String.join(",", members) + "}"))));
    doors.put("csv", only(CsvSheet.all(inputs, new ByteArrayInputStream(bytes(csv)))));
    doors.put("v2", only(TensorRequest.read(inputs, bytes(v2)).batch()));
    doors.put("mlflow", only(ScoringRequest.read(inputs, bytes(split))));
    return doors;
  }

  private static Checked only(Batch batch) {
    assertEquals(1, batch.rows().size());
    return batch.rows().get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void walk(Schema schema, LoadedModel model) throws Exception {
    Inputs strict = new Inputs(schema, Policy.strict());
    Inputs lenient = new Inputs(schema, new Policy(true, true, false, 10));
    for (int i = 0; i < ROWS; i++) {
      List<Cell> cells = schema.features().stream().map(this::cell).toList();
      Map<String, Checked> doors = doors(i % 2 == 0 ? strict : lenient, cells);
      Checked first = doors.get("form");
      doors.forEach((door, checked) -> assertEquals(first, checked, door + " " + cells));
      if (first instanceof Checked.Accepted row) {
        accepted++;
        doors.forEach(
            (door, checked) ->
                assertEquals(
                    model.predict(row.row()),
                    model.predict(((Checked.Accepted) checked).row()),
                    door));
      } else {
        refused++;
      }
    }
    assertTrue(accepted > ROWS / 5 && refused > ROWS / 5, accepted + " and " + refused);
  }

  @Test
  void aRowOfNumbersHasTheSameAnswerOrTheSameFaults() throws Exception {
    LoadedModel model = Iris.loaded(Iris.trained(new Logistic()), Iris.rows(), 1);
    walk(Schemas.iris(), model);
  }

  @Test
  void aRowOfEveryKindMeansTheSame() throws Exception {
    Inputs strict = new Inputs(Schemas.everyKind(), Policy.strict());
    Inputs lenient = new Inputs(Schemas.everyKind(), new Policy(true, true, false, 10));
    for (int i = 0; i < ROWS; i++) {
      List<Cell> cells = Schemas.everyKind().features().stream().map(this::cell).toList();
      Map<String, Checked> doors = doors(i % 2 == 0 ? strict : lenient, cells);
      doors.forEach(
          (door, checked) -> assertEquals(doors.get("form"), checked, door + " " + cells));
    }
  }
}
