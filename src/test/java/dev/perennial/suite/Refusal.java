package dev.perennial.suite;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a refusal has to read. */
final class Refusal {
  private Refusal() {}

  /**
   * Whether it is a 4xx with a sentence that gives nothing away.
   *
   * @param page of an upload for people; else a problem document
   */
  static boolean isSound(HttpResponse<String> answer, boolean page) {
    String body = answer.body();
    boolean sentence;
    if (page) {
      String said = body.replaceAll("(?s).*This file was not taken</h2>\\s*<p>(.*?)</p>.*", "$1");
      sentence = said.length() < 400 && said.matches("(?s).*[.?]");
    } else {
      sentence = isProblem(body);
    }
    boolean leaks = body.matches("(?s).*(Exception|java\\.lang|weka\\.core|/tmp/|\\sat dev\\.).*");
    return answer.statusCode() / 100 == 4 && sentence && !leaks;
  }

  /** A detail that is a sentence, and for each field a message. */
  private static boolean isProblem(String body) {
    JsonNode problem = new JsonMapper().readTree(body);
    boolean fields = true;
    for (JsonNode error : problem.path("errors")) {
      fields &= error.has("field") && !error.path("message").asString("").isEmpty();
    }
    return fields && problem.path("detail").asString("").matches("(?s).*[.?!]");
  }
}
