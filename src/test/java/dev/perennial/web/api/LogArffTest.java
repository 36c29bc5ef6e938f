package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Schema;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;

/** The log as ARFF, where names and values are at their worst. */
class LogArffTest {
  private static final Instant TIME = Instant.parse("2026-11-24T13:00:00.123Z");
  private static final String ODD = "it's \"so\", {50 %}\\ \t\n?é";

  private static Feature feature(String name, Kind kind, String... values) {
    return new Feature(name, name, kind, List.of(values), Optional.empty(), Optional.empty());
  }

  private static Schema schema(String... colours) {
    return new Schema(
        "an 'odd' one",
        List.of(
            feature("time", Kind.DATE),
            feature("say 'it'", Kind.STRING),
            feature("colour", Kind.NOMINAL, colours)),
        feature("price", Kind.NUMERIC));
  }

  private static Instances written(List<Schema> schemas, LogRow... rows) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogArff arff = new LogArff(out, schemas);
    Arrays.stream(rows).forEach(arff::write);
    arff.end();
    return new Instances(new StringReader(out.toString(StandardCharsets.UTF_8)));
  }

  private static LogRow row(
      Schema schema, @Nullable Object time, @Nullable Object text, @Nullable Object colour) {
    List<@Nullable Object> inputs = Arrays.asList(time, text, colour);
    return new LogRow("0id", TIME, 2, schema, inputs, "1.5E20", List.of(), Optional.empty());
  }

  @Test
  void everyKindOfValueIsReadBack() throws Exception {
    Schema schema = schema("", "?", "light blue");
    long then = TIME.toEpochMilli();
    Instances rows =
        written(
            List.of(schema),
            row(schema, then, ODD, "light blue"),
            row(schema, -1.0, "?", "?"),
            row(schema, 0, "", ""));
    assertEquals(3, rows.numInstances());
    Instance first = rows.instance(0);
    assertEquals((double) then, first.value(rows.attribute("_time")));
    assertEquals((double) then, first.value(rows.attribute("time")));
    assertEquals(ODD, first.stringValue(rows.attribute("say 'it'")));
    assertEquals("light blue", first.stringValue(rows.attribute("colour")));
    assertEquals(1.5e20, first.value(rows.attribute("prediction")));
    assertTrue(first.isMissing(rows.attribute("label")));
    assertEquals("?", rows.instance(1).stringValue(rows.attribute("say 'it'")));
    assertEquals("?", rows.instance(1).stringValue(rows.attribute("colour")));
    assertEquals("", rows.instance(2).stringValue(rows.attribute("colour")));
  }

  @Test
  void rowsOfEarlierVersionsKeepTheirValuesAndWhatNobodyListsIsMissing() throws Exception {
    Schema old = schema("red");
    Schema now = schema("blue");
    Instances rows =
        written(
            List.of(old, now),
            row(old, 0, "a", "red"),
            row(now, 0, "a", "green"),
            row(now, null, null, null));
    assertEquals("red", rows.instance(0).stringValue(rows.attribute("colour")));
    assertTrue(rows.instance(1).isMissing(rows.attribute("colour")));
    assertTrue(rows.instance(2).isMissing(rows.attribute("say 'it'")));
    assertTrue(rows.instance(2).isMissing(rows.attribute("time")));
  }
}
