package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void attemptsBookedAtOnceAreEachCounted(@TempDir Path folder) throws Exception {
    int together = 6;
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try (House house = new House(folder)) {
      BackOff backOff = new BackOff(house.database, house.clock, 1_000);
      for (int i = 0; i < 15; i++) {
        Client client = new Client("203.0.113." + i, true);
        String name = "name " + i;
        backOff.book(name, client);
        CyclicBarrier start = new CyclicBarrier(together);
        Callable<BackOff.Booking> attempt =
            () -> {
              start.await();
              return backOff.book(name, client);
            };
        int admitted = 0;
        for (Future<BackOff.Booking> booking :
            threads.invokeAll(Collections.nCopies(together, attempt))) {
          admitted += booking.get().isAdmitted() ? 1 : 0;
        }
        while (backOff.book(name, client).isAdmitted()) {
          admitted++;
        }
        assertEquals(BackOff.CLIENT_FREE, admitted);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aFloodOfNamesAndAddressesKeepsTheRowsBoundedAndTheRunningAttackInThem(@TempDir Path folder) {
    try (House house = new House(folder)) {
      BackOff backOff = new BackOff(house.database, house.clock, 100);
      for (int i = 0; i < 8; i++) {
        backOff.book("admin", House.AWAY);
        house.clock.move(Duration.ofMinutes(5));
      }
      for (int i = 0; i < 300; i++) {
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
