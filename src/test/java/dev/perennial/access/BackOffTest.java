package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackOffTest {
  @Test
  void waitsDoubleUpToTheCap() {
    Duration cap = Duration.ofMinutes(15);
    assertEquals(Duration.ZERO, BackOff.wait(2, 2, cap));
    assertEquals(Duration.ofSeconds(1), BackOff.wait(3, 2, cap));
    assertEquals(Duration.ofSeconds(512), BackOff.wait(12, 2, cap));
    assertEquals(cap, BackOff.wait(13, 2, cap));
    assertEquals(cap, BackOff.wait(1_000_000, 2, cap));
  }

  @Test
  void aFloodOfNamesAndAddressesKeepsTheRowsBoundedAndTheRunningAttackInThem(@TempDir Path folder) {
    try (House house = new House(folder)) {
      BackOff backOff = new BackOff(house.database, house.clock, 100);
      for (int i = 0; i < 8; i++) {
        backOff.book("admin", House.AWAY);
        house.clock.move(Duration.ofMinutes(5));
      }
      for (int i = 0; i < 600; i++) {
        backOff.book("name " + i, new Client("10.0." + i / 256 + "." + i % 256, true));
      }
      backOff.prune();
      long rows =
          house.database.read(
              h -> h.createQuery("SELECT COUNT(*) FROM back_off").mapTo(Long.class).one());
      assertTrue(rows <= 100, "rows: " + rows);
      assertEquals(9, backOff.book("admin", House.AWAY).clientFailures());
    }
  }
}
