package dev.perennial.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final Map<String, String> VARIABLE = Map.of("PERENNIAL_HOME", "/srv/variable");

  @Test
  void listensOnTheLocalMachineUnlessTold() throws Options.Unusable {
    assertEquals(new Options(8080, "127.0.0.1", Path.of("/home/ann/.perennial"), "/"), read());
  }

  @Test
  void takesAValueBehindABlankOrAnEqualsSign() throws Options.Unusable {
    assertEquals(
        new Options(0, "0.0.0.0", Path.of("/srv/p"), "/flowers/red"),
        read("--port=0", "--host", "0.0.0.0", "--home=/srv/p", "--context-path", "/flowers/red"));
  }

  @Test
  void prefersItsOptionToThePropertyToTheVariable() throws Options.Unusable {
    Properties system = user();
    assertEquals(Path.of("/srv/variable"), Options.read(List.of(), system, VARIABLE).home());
    system.setProperty("perennial.home", "/srv/property");
    assertEquals(Path.of("/srv/property"), Options.read(List.of(), system, VARIABLE).home());
    List<String> option = List.of("--home", "/srv/option");
    assertEquals(Path.of("/srv/option"), Options.read(option, system, VARIABLE).home());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot 1",
        "8080",
        "--port",
        "--port x",
        "--port -1",
        "--port 65536",
        "--port=",
        "--port 1 --port 2",
        "--host=",
        "--home=",
        "--context-path flowers",
        "--context-path /flowers/",
        "--context-path //flowers",
        "--context-path /a/../b",
        "--context-path /a?b"
      })
  void refusesInOneLine(String line) {
    Options.Unusable refusal =
        assertThrows(Options.Unusable.class, () -> read(line.split(" ", -1)));

    String message = String.valueOf(refusal.getMessage());
    assertEquals(1, message.lines().count());
    assertTrue(message.contains(line.replaceAll("[ =].*", "")), message);
  }

  private static Options read(String... arguments) throws Options.Unusable {
    return Options.read(List.of(arguments), user(), Map.of());
  }

  private static Properties user() {
    Properties system = new Properties();
    system.setProperty("user.home", "/home/ann");
    return system;
  }
}
