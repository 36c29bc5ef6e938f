package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the monitor has counted, held against the log itself: rows, labels, and which for which. */
final class Totals {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> CLASSES = List.of("setosa", "versicolor", "virginica");

  private Totals() {}

  /**
   * Nothing counted twice, nothing missed.
   *
   * @param log iris' predictions, as JSON lines
   * @param monitor its document with {@code window=all}
   */
  static void check(String log, String monitor) {
    long rows = 0;
    long[][] confusion = new long[3][3];
    for (String line : log.lines().toList()) {
      JsonNode row = JSON.readTree(line);
      rows++;
      if (!row.get("label").isNull()) {
        int actual = CLASSES.indexOf(row.get("label").asString());
        confusion[actual][CLASSES.indexOf(row.get("prediction").asString())]++;
      }
    }
    JsonNode counted = JSON.readTree(monitor);
    assertEquals(rows, counted.get("rows").asLong(), "rows counted by the monitor");
    assertEquals(
        lists(confusion),
        lists(counted.get("performance").get("confusion")),
        "true and given classes counted by the monitor");
  }

  private static List<List<Long>> lists(long[][] matrix) {
    List<List<Long>> lists = new ArrayList<>();
    for (long[] line : matrix) {
      lists.add(List.of(line[0], line[1], line[2]));
    }
    return lists;
  }

  private static List<List<Long>> lists(JsonNode matrix) {
    List<List<Long>> lists = new ArrayList<>();
    matrix.forEach(
        line ->
            lists.add(List.of(line.get(0).asLong(), line.get(1).asLong(), line.get(2).asLong())));
    return lists;
  }
}
