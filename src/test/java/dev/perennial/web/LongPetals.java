package dev.perennial.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Irises whose petals are longer than those that the model learned, asked and labelled. */
public final class LongPetals {
  private static final JsonMapper MAPPER = new JsonMapper();

  private LongPetals() {}

  /** Asks for so many rows, and tells the truth about them. */
  public static void come(Site site, int rows) throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
            .filter(line -> line.matches("\\d.*"))
            .toList();
    Random random = new Random(3);
    List<String> inputs = new ArrayList<>();
    List<String> truths = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String[] f = lines.get(random.nextInt(lines.size())).split(",", -1);
      inputs.add(
          String.format(
              Locale.ROOT,
              "{\"sepal_length\":%s,\"sepal_width\":%s,\"petal_length\":%.2f,\"petal_width\":%s}",
              f[0],
              f[1],
              Double.parseDouble(f[2]) + 1.7 + random.nextGaussian() / 10,
              f[3]));
      truths.add(f[4]);
    }
    JsonNode answers = post(site, "api/v1/models/iris/predict", inputs.toString());
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String id = answers.path("predictions").get(i).path("prediction_id").stringValue();
      labels.add("{\"prediction_id\":\"%s\",\"label\":\"%s\"}".formatted(id, truths.get(i)));
    }
    assertEquals(rows, post(site, "api/v1/labels", labels.toString()).path("accepted").intValue());
  }

  private static JsonNode post(Site site, String path, String body) throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertTrue(answer.statusCode() < 300, answer.body());
    return MAPPER.readTree(answer.body());
  }
}
