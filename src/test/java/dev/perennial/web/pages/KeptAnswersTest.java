package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.watch.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
  private final SettableClock clock = new SettableClock();
  private final KeptAnswers kept = new KeptAnswers(clock);

  private static AnswerView view(String id) {
    return new AnswerView(
        "/",
        "iris",
        1,
        "Iris",
        "Species",
        "setosa",
        List.of(),
        List.of(),
        List.of(),
        "1 ms",
        id,
        true,
        "",
        List.of(),
        Optional.empty(),
        false);
  }

  private Optional<AnswerView> find(String path, String account) {
    String[] parts = path.split("/", -1);
    return kept.find(parts[2], parts[3], account);
  }

  @Test
  void isForgottenAfterTenMinutes() {
    String path = kept.keep(view("one"), "", 50);
    clock.move(Duration.ofMinutes(10).minusMillis(1));
    assertEquals("one", find(path, "").orElseThrow().id());
    clock.move(Duration.ofMillis(1));
    assertTrue(find(path, "").isEmpty());
  }

  @Test
  void makesRoomForNewerOnes() {
    String first = kept.keep(view("one"), "", 2 << 20);
    String second = kept.keep(view("two"), "", 1 << 20);
    assertTrue(find(first, "").isPresent());
    String third = kept.keep(view("three"), "", 1 << 18);
    assertTrue(find(first, "").isEmpty());
    assertTrue(find(second, "").isPresent());
    assertTrue(find(third, "").isPresent());
  }

  @Test
  void manySmallOnesTakeRoomToo() {
    String first = kept.keep(view("one"), "", 1);
    for (int i = 0; i < 5_000; i++) {
      String unused = kept.keep(view("more"), "", 1);
    }
    assertTrue(find(first, "").isEmpty());
  }

  @Test
  void isForTheAccountThatAskedAndForItsOwnIdAlone() {
    String path = kept.keep(view("one"), "ada", 50);
    assertTrue(find(path, "ada").isPresent());
    assertTrue(find(path, "bob").isEmpty());
    assertTrue(find(path, "").isEmpty());
    assertTrue(find(path.replace("one", "two"), "ada").isEmpty());
  }
}
