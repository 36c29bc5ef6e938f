package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.watch.Span;
import dev.perennial.web.Reports;
import dev.perennial.web.Upkeeps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The monitor as a document: names, types and words as they are promised. */
class MonitorDocumentTest {
  static final List<String> STATES = Reports.NAMES;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final Map<String, String> TOP =
      Map.ofEntries(
          Map.entry("model", "text"),
          Map.entry("version", "whole"),
          Map.entry("at", "text"),
          Map.entry("since", "text"),
          Map.entry("window", "text"),
          Map.entry("rows", "whole"),
          Map.entry("features", "array"),
          Map.entry("prediction", "object"),
          Map.entry("performance", "object"),
          Map.entry("estimated", "object"),
          Map.entry("concept_drift", "object"),
          Map.entry("staleness", "object"),
          Map.entry("health", "object"),
          Map.entry("diagnosis", "object"),
          Map.entry("upkeep", "object"),
          Map.entry("alarms", "array"));

  private static final Map<String, String> FEATURE =
      Map.ofEntries(
          Map.entry("name", "text"),
          Map.entry("kind", "text"),
          Map.entry("status", "text"),
          Map.entry("psi", "number"),
          Map.entry("psi_corrected", "number"),
          Map.entry("null_bound", "number"),
          Map.entry("smd", "number"),
          Map.entry("mean_live", "number"),
          Map.entry("mean_reference", "number"),
          Map.entry("sd_live", "number"),
          Map.entry("sd_reference", "number"),
          Map.entry("missing_rate", "number"),
          Map.entry("unseen_rate", "number"),
          Map.entry("p_value", "number"),
          Map.entry("n", "whole"),
          Map.entry("reason", "text"));

  private static final Map<String, String> PERFORMANCE =
      Map.of(
          "labels", "whole",
          "coverage", "number",
          "accuracy", "number",
          "accuracy_interval", "array",
          "macro_f1", "number",
          "per_class", "array",
          "confusion", "array");

  private static final Map<String, String> ALARM =
      Map.of(
          "id", "text",
          "kind", "text",
          "subject", "text",
          "severity", "text",
          "state", "text",
          "since", "text",
          "sentence", "text",
          "evidence", "object");

  static JsonNode document(String state) {
    return MAPPER.readTree(
        MonitorDocument.of(Reports.of(state, Span.HOUR).orElseThrow(), Upkeeps.of(state)));
  }

  private static void holds(JsonNode object, Map<String, String> promised) {
    promised.forEach(
        (name, type) -> {
          assertTrue(object.has(name), name + " is missing");
          JsonNode value = object.get(name);
          boolean right =
              value.isNull()
                  || switch (type) {
                    case "text" -> value.isString();
                    case "whole" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "array" -> value.isArray();
                    default -> value.isObject();
                  };
          assertTrue(right, name + " is " + value + ", not of type " + type);
        });
  }

  @ParameterizedTest
  @FieldSource("STATES")
  void everyPromisedNameIsThereWithItsType(String state) {
    JsonNode document = document(state);
    holds(document, TOP);
    document.get("features").forEach(feature -> holds(feature, FEATURE));
    document.get("alarms").forEach(alarm -> holds(alarm, ALARM));
    if (document.get("performance").isObject()) {
      holds(document.get("performance"), PERFORMANCE);
    }
    holds(document.get("diagnosis"), Map.of("code", "text", "action", "text", "also", "array"));
    assertFalse(document.toString().contains("NaN"));
  }

  @Test
  void statusWordsAreInLowerCase() {
    JsonNode document = document("faulty");
    TreeSet<String> words = new TreeSet<>();
    document.get("features").forEach(f -> words.add(f.get("status").asString()));
    assertEquals(List.of("fault", "not_enough_data", "steady", "warning"), List.copyOf(words));
    assertEquals("data_fault", document.at("/diagnosis/code").asString());
    assertEquals("harmful_shift", document.at("/diagnosis/also/0").asString());
    assertEquals("data_drift", document.at("/alarms/0/kind").asString());
    assertEquals("firing", document.at("/alarms/0/state").asString());
  }

  @Test
  void whatIsNotKnownIsNullAndNotZero() {
    JsonNode document = document("sparse");
    JsonNode feature = document.at("/features/0");
    for (String name : List.of("psi", "smd", "p_value", "mean_live", "sd_live", "missing_rate")) {
      assertTrue(feature.get(name).isNull(), name);
    }
    assertEquals(3.7, feature.get("mean_reference").asDouble());
    assertTrue(document.at("/performance/accuracy").isNull());
    assertTrue(document.at("/performance/accuracy_interval").isNull());
    assertTrue(document.at("/estimated/accuracy").isNull());
    assertTrue(document.at("/health/error_rate").isNull());
    assertTrue(document.get("prediction").isNull());
  }

  @Test
  void labelsHaveNoMean() {
    JsonNode feature = document("hostile").at("/features/1");
    assertEquals("nominal", feature.get("kind").asString());
    assertTrue(feature.get("mean_live").isNull());
    assertTrue(feature.get("smd").isNull());
    assertTrue(feature.get("psi").isNumber());
  }

  @Test
  void aNumericTargetHasNoAccuracy() {
    JsonNode document = document("regression");
    assertTrue(document.get("performance").isNull());
    assertTrue(document.get("estimated").isNull());
    assertEquals("price", document.at("/prediction/name").asString());
  }

  @Test
  void theDocumentationNamesEveryMember() throws Exception {
    String text = Files.readString(Path.of("docs/monitor-document.md"));
    TreeSet<String> missing = new TreeSet<>();
    for (String state : STATES) {
      collect(document(state), text, missing, "");
    }
    assertEquals(List.of(), List.copyOf(missing));
  }

  private static void collect(JsonNode node, String text, Set<String> missing, String parent) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, text, missing, parent));
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!parent.equals("evidence") && !text.contains("`" + member.getKey() + "`")) {
        missing.add(member.getKey());
      }
      collect(member.getValue(), text, missing, member.getKey());
    }
  }
}
