package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The log as a table, over versions whose columns stand in another order. */
class LogCsvTest {
  private static Feature feature(String name, Kind kind, String... values) {
    return new Feature(name, name, kind, List.of(values), Optional.empty(), Optional.empty());
  }

  private static Schema schema(List<String> inputs, String... classes) {
    return new Schema(
        "r",
        inputs.stream().map(name -> feature(name, Kind.NUMERIC)).toList(),
        feature("class", Kind.NOMINAL, classes));
  }

  @Test
  void valuesOfEveryVersionStandUnderTheirNames() {
    Schema old = schema(List.of("b", "a", "gone"), "yes", "no");
    Schema now = schema(List.of("a", "b", "new"), "no", "yes");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogCsv csv = new LogCsv(out, now);
    for (Schema each : List.of(old, now)) {
      csv.write(
          new LogRow(
              "id",
              Instant.EPOCH,
              1,
              each,
              List.of(1.0, 2.0, 3.0),
              "yes",
              List.of(0.75, 0.25),
              Optional.empty()));
    }
    csv.end();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(
        "prediction_id,time,version,a,b,new,prediction,probability_no,probability_yes,"
            + String.join(",", LabelJson.COLUMNS),
        lines.get(0));
    assertEquals("id,1970-01-01T00:00:00Z,1,2,1,,yes,0.25,0.75,,,,", lines.get(1));
    assertEquals("id,1970-01-01T00:00:00Z,1,1,2,3,yes,0.75,0.25,,,,", lines.get(2));
  }
}
