package dev.perennial.web;

import dev.perennial.access.Right;
import jakarta.servlet.http.HttpServlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One URL and who answers it.
 *
 * @param name short and unique
 * @param methods such as GET and POST; GET brings HEAD, and OPTIONS is always answered
 * @param template such as {@code /api/v1/models/{model}/predict}; a name in braces takes one
 *     non-empty segment
 * @param trace whether each request is kept in the log or only counted
 * @param right what a caller needs
 * @param servlet who answers
 */
public record Route(
    String name,
    List<String> methods,
    String template,
    Trace trace,
    Right right,
    HttpServlet servlet) {

  /** What is kept of a request. */
  public enum Trace {
    RECORDED,
    COUNTED
  }

  public Route {
    methods = List.copyOf(methods);
  }

  /** The values of the names in braces, or nothing if the path is another's. */
  Optional<Map<String, String>> match(String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** The container pattern that covers this route: "" for the root, else the first segment's. */
  public String pattern() {
    return template.equals("/") ? "" : "/" + template.split("/", 3)[1] + "/*";
  }

  /** What the Allow header says. */
  String allow() {
    TreeSet<String> all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }
}
