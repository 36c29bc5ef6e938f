package dev.perennial.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages hold no code, escape every value and open no session. */
class JspRulesTest {
  private static final Pattern SCRIPTLET = Pattern.compile("<%(?![@-])");
  private static final Pattern INLINE =
      Pattern.compile("(?i)\\sstyle\\s*=|\\son[a-z]+\\s*=|<style|<script(?![^>]*\\ssrc=)");
  private static final Pattern ACTION = Pattern.compile("<[a-z]+:[^<>]*?(?:\"[^\"]*\"[^<>]*?)*>");
  private static final Pattern ESCAPED = Pattern.compile("\\$\\{fn:escapeXml\\([^{}]*\\)}");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      return files.filter(f -> f.toString().matches(".*\\.(jsp|jspf|tag|tagx|jspx)")).toList();
    }
  }

  /** Faults of one page, each with what it is. */
  private static List<String> faults(String name, String text) {
    List<String> faults = new ArrayList<>();
    collect(SCRIPTLET, text, name + " has a scriptlet: ", faults);
    collect(INLINE, text, name + " has inline style or script: ", faults);
    if (name.endsWith(".jsp") && !text.contains("session=\"false\"")) {
      faults.add(name + " opens a session");
    }
    String rest = ESCAPED.matcher(ACTION.matcher(text).replaceAll("")).replaceAll("");
    collect(Pattern.compile("[$#]\\{[^}]*}"), rest, name + " prints unescaped: ", faults);
    collect(Pattern.compile("escapeXml=\"false\""), text, name + " turns escaping off: ", faults);
    return faults;
  }

  private static void collect(Pattern pattern, String text, String what, List<String> faults) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      faults.add(what + matcher.group());
    }
  }

  @Test
  void everyPageKeepsTheRules() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path page : pages()) {
      faults.addAll(faults(page.toString(), Files.readString(page)));
    }
    assertEquals(List.of(), faults);
    assertTrue(pages().size() > 5, "the pages were not found");
  }

  @Test
  void theRulesSeeTheirFaults() {
    String good = "<%@ page session=\"false\" %>";
    assertEquals(List.of(), faults("a.jsp", good + "<c:out value=\"${a > b}\"/>"));
    assertEquals(1, faults("a.jsp", "plain").size());
    for (String bad :
        List.of(
            "<%= x %>",
            "<% x(); %>",
            "<%! int x; %>",
            "<p>${x}</p>",
            "<a href=\"${x}\">",
            "<a href=\"${fn:escapeXml(x)}${y}\">",
            "<p style=\"color:red\">",
            "<p onclick=\"x()\">",
            "<script>x()</script>",
            "<c:out value=\"${x}\" escapeXml=\"false\"/>")) {
      assertEquals(1, faults("a.jsp", good + bad).size(), bad);
    }
  }
}
