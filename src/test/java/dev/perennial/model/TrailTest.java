package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final Optional<Integer> NONE = Optional.empty();

  private static Trail of(int... champions) {
    List<Promotion> newestFirst = new ArrayList<>();
    for (int version : champions) {
      newestFirst.add(0, change(Alias.CHAMPION, version));
      newestFirst.add(0, change(Alias.CHALLENGER, 9));
    }
    return Trail.of(newestFirst);
  }

  private static Promotion change(Alias alias, int version) {
    return new Promotion(alias, Optional.empty(), version, Instant.EPOCH, "ada", "a test");
  }

  @Test
  void aRollBackGoesFurtherDownAndNeverForward() {
    assertEquals(new Trail(NONE, NONE), of());
    assertEquals(new Trail(NONE, NONE), of(1));
    assertEquals(new Trail(Optional.of(2), NONE), of(1, 2, 3));
    assertEquals(new Trail(Optional.of(1), Optional.of(3)), of(1, 2, 3, 2));
    assertEquals(new Trail(NONE, Optional.of(2)), of(1, 2, 3, 2, 1));
  }

  @Test
  void whatWasTakenAwayStepsOnTopAgain() {
    assertEquals(new Trail(Optional.of(1), NONE), of(1, 2, 1, 2));
    assertEquals(new Trail(Optional.of(1), NONE), of(1, 2, 1, 3));
    assertEquals(new Trail(NONE, Optional.of(3)), of(1, 2, 3, 1));
    assertEquals(new Trail(Optional.of(1), NONE), of(1, 2, 2));
  }
}
