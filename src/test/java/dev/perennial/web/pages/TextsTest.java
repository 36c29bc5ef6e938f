package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.access.Role;
import dev.perennial.demo.Scene;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that pages say stands in the texts, and all that stands there is said. */
class TextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/perennial/web");
  private static final String MARKUP = "</?(b|strong|em|code)>|<a href=\"\\{[0-3]}\">|</a>";

  /** Files whose words have not been moved into the texts yet. */
  private static final Set<String> NOT_YET = Set.of();

  private static Map<String, String> texts(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    read.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static Map<String, String> english() throws IOException {
    return texts(FOLDER.resolve("texts.properties"));
  }

  private static List<String> inPages(String pattern) throws IOException {
    return Jsp.all().values().stream().flatMap(jsp -> jsp.find(pattern).stream()).toList();
  }

  /** Always escaped; a quote in it is as a program writes it, such as around a member's name. */
  private static boolean isSaid(String key) {
    return key.startsWith("said.");
  }

  private static List<String> inCode(String pattern) throws IOException {
    return inCode("web/pages", pattern);
  }

  /** What is data until somebody reads it: it may come from anywhere. */
  private static Set<String> said() throws IOException {
    return new TreeSet<>(inCode("", "\"(said\\.[\\w-]+)\""));
  }

  private static List<String> inCode(String folder, String pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/perennial", folder))) {
      StringBuilder code = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
      return Pattern.compile(pattern).matcher(code).results().map(r -> r.group(1)).toList();
    }
  }

  /** Keys that are put together from the name of a value. */
  private static Set<String> made() {
    Set<String> made = new TreeSet<>();
    for (Role role : Role.values()) {
      made.add("role." + role.text());
    }
    for (Scene scene : Scene.values()) {
      String key = "demo." + scene.name().toLowerCase(Locale.ROOT);
      made.addAll(List.of(key, key + "-happens", key + "-see"));
    }
    return made;
  }

  /** What takes a text as it is, where markup would be shown or would end an attribute. */
  private static Set<String> bare() throws IOException {
    Set<String> bare = new TreeSet<>(said());
    bare.addAll(inPages("lang\\.say\\('([\\w.-]+)'[,)]"));
    bare.addAll(inPages("=\"<(?:fmt:message|t:say) key=\"([\\w.-]+)\""));
    bare.addAll(inCode("\\.say\\(\\s*\"([\\w.-]+)\"[,)]"));
    bare.addAll(inCode("\"(mark\\.[\\w-]+)\""));
    return bare;
  }

  @Test
  void everyKeyThatIsUsedHasAText() throws IOException {
    Set<String> used = new TreeSet<>(inPages("<(?:fmt:message|t:say) key=\"([\\w.-]+)\""));
    used.addAll(bare());
    used.addAll(made());
    used.addAll(said());
    assertTrue(used.size() > 100, "the keys were not found");
    used.removeAll(english().keySet());
    assertEquals(Set.of(), used);
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> idle = new TreeSet<>(english().keySet());
    idle.removeAll(made());
    idle.removeAll(said());
    idle.removeAll(inPages("[\"']([\\w.-]+)[\"']"));
    idle.removeAll(inCode("\"([\\w.-]+)\""));
    assertEquals(Set.of(), idle);
  }

  @Test
  void noSentenceOfOursIsSaidAsItStands() throws IOException {
    for (String folder : List.of("monitor", "watch", "training")) {
      assertEquals(List.of(), inCode(folder, "verbatim\\(\\s*\"([^\"]+)\""));
    }
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(FOLDER.resolve("texts.properties")).stream()
            .filter(line -> line.contains(" = ") && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(" = ")))
            .toList();
    assertEquals(english().keySet(), Set.copyOf(keys));
    assertEquals(Set.copyOf(keys).size(), keys.size());
  }

  @Test
  void textsHoldNoOtherMarkupThanTheyMayAndNoAsciiApostrophe() throws IOException {
    english()
        .forEach(
            (key, text) -> {
              String rest = text.replaceAll(MARKUP, "").replaceAll("\\{[0-5]}", "");
              String plain = isSaid(key) ? rest.replace('"', '”') : rest;
              assertTrue(plain.matches("[^<>\"'{}]+"), key + " = " + text);
            });
  }

  @Test
  void whereNoMarkupIsReadTextsHoldNone() throws IOException {
    Map<String, String> english = english();
    for (String key : bare()) {
      assertTrue(english.getOrDefault(key, "").matches(isSaid(key) ? "[^<]*" : "[^<\"]*"), key);
    }
  }

  @Test
  void aTextWithValuesIsGivenThem() throws IOException {
    Map<String, String> english = english();
    Set<String> plain = new TreeSet<>(inPages("<fmt:message key=\"([\\w.-]+)\"/>"));
    plain.addAll(inPages("lang\\.say\\('([\\w.-]+)'\\)"));
    plain.addAll(inCode("\\.say\\(\\s*\"([\\w.-]+)\"\\)"));
    for (String key : plain) {
      assertTrue(english.getOrDefault(key, "").matches("[^{]*"), key);
    }
  }

  /** Also of translations: each holds what English does, and no key of its own. */
  @Test
  void aTranslationHoldsTheSameValuesAndMarkup() throws IOException {
    Pattern parts = Pattern.compile(MARKUP + "|\\{[0-5]}");
    Map<String, String> english = english();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
        for (Map.Entry<String, String> text : texts(file).entrySet()) {
          assertEquals(
              parts(parts, english.getOrDefault(text.getKey(), "no such key")),
              parts(parts, text.getValue()),
              file + " " + text.getKey());
        }
      }
    }
  }

  private static String parts(Pattern parts, String text) {
    return parts.matcher(text).results().map(r -> r.group()).sorted().collect(Collectors.joining());
  }

  @Test
  void noPageHoldsWordsOfItsOwn() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    Jsp.all()
        .forEach(
            (name, jsp) -> {
              if (!jsp.literals().isEmpty() && !NOT_YET.contains(name)) {
                found.put(name, jsp.literals());
              }
            });
    assertEquals(Map.of(), found);
  }

  @Test
  void wordsOfAPagesOwnAreFound() {
    for (String bad :
        List.of(
            "<p>Hello</p>",
            "<p><c:out value=\"${x}\"/> rows</p>",
            "<nav aria-label=\"Main\"></nav>",
            "<nav aria-label=\"Row <c:out value=\"${x}\"/>\"></nav>",
            "<t:empty title=\"None\"></t:empty>",
            "<t:empty title=\"${a ? 'None' : b}\"></t:empty>",
            "<c:out value=\"${a eq 'b' ? 'yes' : c}\"/>",
            "<td data-label=\"State\"></td>")) {
      assertEquals(1, new Jsp(bad).literals().size(), bad);
    }
    for (String good :
        List.of(
            "<p class=\"a\"><c:out value=\"${x eq 'b'}\"/> · <fmt:message key=\"a.b\"/></p>",
            "<nav aria-label=\"<fmt:message key=\"a.b\"/>\"<c:if test=\"${x}\"> hidden</c:if>></nav>",
            "<t:empty title=\"${a ? lang.say('a.b') : lang.say('a.c', x)}\"></t:empty>")) {
      assertEquals(List.of(), new Jsp(good).literals(), good);
    }
  }
}
