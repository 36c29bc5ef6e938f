package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.app.Site;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/** How long the server of a test took, by its own account. */
final class ServerTimes {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ServerTimes() {}

  /** Milliseconds that the threads of the server have worked so far. */
  static double worked() {
    return Arrays.stream(THREADS.dumpAllThreads(false, false, 0))
            .filter(thread -> thread.getThreadName().startsWith("qtp"))
            .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
            .sum()
        / 1e6;
  }

  /** As the log of requests has them, sorted. */
  static List<Double> millis(Site site, List<String> ids) throws InterruptedException {
    List<Long> keys = ids.stream().map(id -> Long.parseLong(id.substring(1), 36)).toList();
    List<Double> times = List.of();
    for (int i = 0; i < 100 && times.size() < keys.size(); i++) {
      Thread.sleep(100); // nobody waits for the record of a request
      times = recorded(site, keys);
    }
    assertEquals(keys.size(), times.size());
    return times;
  }

  private static List<Double> recorded(Site site, List<Long> keys) {
    return site.database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT duration_us FROM request WHERE id IN (<ids>) ORDER BY duration_us")
                .bindList("ids", keys)
                .map((row, context) -> row.getLong("duration_us") / 1e3)
                .list());
  }
}
