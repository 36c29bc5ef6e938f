package dev.perennial.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page's or a tag's source, taken apart into tags and what stands between them. */
final class Jsp {
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\s(?:title|label|aria-label|aria-valuetext|placeholder|alt|data-label|data-name)"
              + "=\"((?:<[^<>]*>|[^\"<])*)\"");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern LITERAL = Pattern.compile("([^']*)'([^']*)'");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final String source;
  private final List<String> texts = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  Jsp(String source) {
    this.source = source;
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      int end = end(at);
      if (end == at) {
        text.append(source.charAt(at++));
      } else {
        texts.add(text.toString());
        text.setLength(0);
        tags.add(source.substring(at, end));
        at = end;
      }
    }
    texts.add(text.toString());
  }

  /** All that there are, by file name. */
  static Map<String, Jsp> all() throws IOException {
    Map<String, Jsp> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp/WEB-INF"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(jsp|tag)")).toList()) {
        all.put(file.getFileName().toString(), new Jsp(Files.readString(file)));
      }
    }
    return all;
  }

  /** Of a tag, a directive or a comment that begins here; where none does, the same place. */
  private int end(int at) {
    if (source.startsWith("<%--", at)) {
      return source.indexOf("--%>", at) + 4;
    }
    if (source.startsWith("<%", at)) {
      return source.indexOf("%>", at) + 2;
    }
    return source.substring(at, Math.min(at + 2, source.length())).matches("<[a-zA-Z/!]")
        ? afterTag(at)
        : at;
  }

  /** A tag's values may hold tags, and expressions in which a quote is no end. */
  private int afterTag(int from) {
    boolean quoted = false;
    int at = from + 1;
    while (quoted || source.charAt(at) != '>') {
      if (source.startsWith("${", at)) {
        at = source.indexOf('}', at) + 1;
      } else if (source.charAt(at) == '<') {
        at = afterTag(at);
      } else {
        quoted ^= source.charAt(at) == '"';
        at++;
      }
    }
    return at + 1;
  }

  /** What of it people would read in English in every language. */
  List<String> literals() {
    List<String> found = new ArrayList<>();
    texts.stream().map(text -> text.replaceAll("&#?\\w+;", "").strip()).forEach(found::add);
    for (String tag : tags) {
      if (tag.startsWith("<%") || tag.contains("-answers.csv")) {
        continue;
      }
      Matcher shown = SHOWN.matcher(tag);
      while (shown.find()) {
        found.add(EXPRESSION.matcher(shown.group(1).replaceAll("<[^<>]*>", "")).replaceAll(""));
        found.addAll(inExpressions(shown.group(1)));
      }
      if (tag.startsWith("<c:out") || tag.startsWith("<c:set var=\"title\"")) {
        found.addAll(inExpressions(tag));
      }
    }
    return found.stream()
        .filter(text -> LETTER.matcher(text).find() && !text.equals("Perennial"))
        .toList();
  }

  /** Strings of expressions that are neither keys nor compared with. */
  private static List<String> inExpressions(String text) {
    List<String> found = new ArrayList<>();
    Matcher expressions = EXPRESSION.matcher(text);
    while (expressions.find()) {
      Matcher literals = LITERAL.matcher(expressions.group());
      while (literals.find()) {
        if (!literals.group(1).matches("(?s).*(say\\(|eq |ne )")) {
          found.add(literals.group(2));
        }
      }
    }
    return found;
  }

  /** The groups of all places where this stands. */
  List<String> find(String pattern) {
    return Pattern.compile(pattern).matcher(source).results().map(r -> r.group(1)).toList();
  }
}
