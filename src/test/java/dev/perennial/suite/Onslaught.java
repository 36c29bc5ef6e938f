package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** 32 clients at work on a server that is killed with SIGKILL under them. */
final class Onslaught {
  private static final int CLIENTS = 32;

  /** What one client does over and over; an IOException says that the server is gone. */
  interface Work {
    void once(HttpClient http, Random random) throws IOException, InterruptedException;
  }

  private Onslaught() {}

  /**
   * Lets the clients work, kills the server up to two seconds after the first of them is done once,
   * and returns when all have noticed. Whatever else they throw fails the test.
   */
  static void untilKilled(ServerProcess war, Random random, Work work) throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    List<Throwable> faults = new CopyOnWriteArrayList<>();
    HttpClient http = HttpClient.newHttpClient();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    for (int c = 0; c < CLIENTS; c++) {
      Random own = new Random(random.nextLong());
      clients.execute(
          () -> {
            try {
              while (true) {
                work.once(http, own);
                first.countDown();
              }
            } catch (IOException | InterruptedException killed) {
              // The server is gone: what was not answered counts for nothing.
            } catch (RuntimeException | Error fault) {
              faults.add(fault);
            }
          });
    }
    assertTrue(first.await(30, TimeUnit.SECONDS), "no answer within 30 s " + faults);
    Thread.sleep(random.nextInt(2_000));
    war.kill();
    clients.shutdown();
    assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS), "a client hangs");
    assertEquals(List.of(), faults);
  }

  /** Tells whoever runs the suite what it came to: the reporter's entries reach no console. */
  static void say(String result) {
    System.out.println(result);
  }

  /** Every second cycle has tiny segments, so that kills also fall into drains and rotations. */
  static String[] settings(int cycle) {
    return cycle % 2 == 0
        ? new String[] {"-Dperennial.journal.segment-size=1MiB", "-Dperennial.drain.interval=50ms"}
        : new String[0];
  }
}
