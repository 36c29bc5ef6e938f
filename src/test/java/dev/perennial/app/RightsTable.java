package dev.perennial.app;

import dev.perennial.access.Right;
import dev.perennial.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What docs/rights.md says. */
record RightsTable(Map<String, Line> byRoute, Map<Right, List<String>> byRight) {
  /** One route: its methods, what it asks for, and when a CSRF token is due. */
  record Line(List<String> methods, Right right, String csrf) {}

  static RightsTable read() throws IOException {
    Map<String, Line> routes = new LinkedHashMap<>();
    Map<Right, List<String>> rights = new LinkedHashMap<>();
    for (String text : Files.readAllLines(Path.of("docs/rights.md"))) {
      List<String> cells =
          Arrays.stream(text.split("\\|", -1))
              .map(String::strip)
              .filter(c -> !c.isEmpty())
              .toList();
      if (!text.startsWith("| ") || cells.size() != 4) {
        continue;
      }
      if (cells.get(1).startsWith("`/")) {
        List<String> methods = List.of(cells.get(0).split(", "));
        Line line = new Line(methods, right(cells.get(2)), cells.get(3));
        if (routes.put(cells.get(1).replace("`", "") + " " + cells.get(0), line) != null) {
          throw new IllegalStateException("docs/rights.md says twice: " + text);
        }
      } else if (!cells.get(0).equals("right") && !cells.get(0).equals("methods")) {
        rights.put(right(cells.get(0)), cells.subList(1, 4));
      }
    }
    return new RightsTable(routes, rights);
  }

  private static Right right(String text) {
    return Right.valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether the second table lets a caller of this role in. */
  boolean admits(Right right, Optional<Role> role, boolean everythingOpen) {
    List<String> cells = byRight.getOrDefault(right, List.of("", "", ""));
    String cell = cells.get(role.map(r -> r == Role.READER ? 1 : 2).orElse(0));
    return cell.equals("yes") || (cell.startsWith("while ") && everythingOpen);
  }
}
