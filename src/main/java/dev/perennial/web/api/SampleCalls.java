package dev.perennial.web.api;

import dev.perennial.model.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same question as a program would ask it, in the languages that most programs are in. */
public final class SampleCalls {
  private static final String JAVA =
      """
      import java.net.URI;
      import java.net.http.*;

      class Ask {
        public static void main(String[] args) throws Exception {
          String row = \"""
              {
      %s
              }
              \""";
          HttpRequest request = HttpRequest.newBuilder(URI.create("%s"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(row))
              .build();
          System.out.println(HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
      }""";
  private static final String PYTHON =
      """
      import json, urllib.request

      row = {
      %s
      }
      request = urllib.request.Request(
          "%s",
          json.dumps(row).encode(),
          {"Content-Type": "application/json"})
      with urllib.request.urlopen(request) as answer:
          print(json.load(answer))""";
  private static final String JAVASCRIPT =
      """
      const row = {
      %s
      };
      fetch("%s", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(row)
      }).then(answer => answer.json()).then(console.log);""";

  private SampleCalls() {}

  /** How a program asks. */
  public record Call(String language, String text) {}

  /** One call a language, for these values by feature name. */
  public static List<Call> of(
      HttpServletRequest request, String model, Schema schema, Map<String, String> values) {
    String body = SampleRequest.body(schema, values);
    String address = SampleRequest.address(request, model);
    List<String> members = SampleRequest.members(schema, values);
    return List.of(
        new Call("curl", SampleRequest.curl(request, model, body)),
        new Call("Java", JAVA.formatted(lines(12, inTextBlock(members)), address)),
        new Call("Python", PYTHON.formatted(lines(4, inPython(members)), address)),
        new Call("JavaScript", JAVASCRIPT.formatted(lines(2, inJavaScript(members)), address)));
  }

  private static String lines(int indent, List<String> members) {
    return members.stream().collect(Collectors.joining(",\n")).indent(indent).stripTrailing();
  }

  private static List<String> inTextBlock(List<String> members) {
    return members.stream()
        .map(member -> member.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\""))
        .toList();
  }

  /** JSON's texts and numbers are Python's as well; null is not. */
  private static List<String> inPython(List<String> members) {
    return members.stream().map(member -> member.replaceAll(": null$", ": None")).toList();
  }

  /** In an object that is written out, this one name would set what the object inherits from. */
  private static List<String> inJavaScript(List<String> members) {
    return members.stream()
        .map(member -> member.replaceAll("^\"__proto__\":", "[\"__proto__\"]:"))
        .toList();
  }
}
