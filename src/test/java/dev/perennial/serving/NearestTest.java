package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("sepal_length", "sepal_width", "petal_length");

  @Test
  void findsASlipOfTheKeyboard() {
    assertEquals(Optional.of("sepal_width"), Nearest.of("sepal_widht", KNOWN));
    assertEquals(Optional.of("petal_length"), Nearest.of("PetalLength", KNOWN));
    assertEquals(Optional.of("petal_length"), Nearest.of("Petal Length", KNOWN));
  }

  @Test
  void suggestsNothingForAnotherWord() {
    assertEquals(Optional.empty(), Nearest.of("colour", KNOWN));
    assertEquals(Optional.empty(), Nearest.of("x".repeat(10_000), KNOWN));
    assertEquals(Optional.empty(), Nearest.of("", List.of()));
  }
}
