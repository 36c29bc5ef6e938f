package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelSource;
import dev.perennial.log.Source;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a look of the monitor and its pages cost with {@code -Dlog.small=10000} and with {@code
 * -Dlog.large=300000} logged predictions, at equal new rows: two applications in one process, each
 * with its database and Jetty, asked in turns. Both logs span the same two weeks and were filled
 * through the journal, the drain and the fold, with a request a row and a label for every
 * twentieth. The medians must differ by less than twice.
 */
@Tag("suite")
class LogSizeIT {
  private static final int SMALL = Integer.getInteger("log.small", 10_000);
  private static final int LARGE = Integer.getInteger("log.large", 300_000);
  private static final int ROUNDS = Integer.getInteger("log.rounds", 21);
  private static final int NEW_ROWS = 200;
  private static final int ROWS_AT_ONCE = 8_192;
  private static final int LABEL_EVERY = 20;
  private static final Duration SPAN = Duration.ofDays(14);
  private static final List<String> PAGES =
      List.of(
          "monitor",
          "monitor/iris?window=1h",
          "monitor/iris?window=24h",
          "monitor/iris?window=7d",
          "monitor/iris?window=all",
          "api/v1/models/iris/monitor?window=1h",
          "api/v1/models/iris/monitor?window=all",
          "api/v1/models/iris/monitor/series?metric=accuracy&window=7d",
          "metrics");

  private final Random random = new Random(1);

  @Test
  void aLookAndAPageCostTheSameHoweverManyRowsAreLogged() throws Exception {
    Map<String, String> settings =
        Map.of("perennial.monitor.tick", "10m", "perennial.monitor.study-percent", "1");
    try (Site small = Site.start(settings);
        Site large = Site.start(settings)) {
      fill(small, SMALL);
      fill(large, LARGE);
      Map<String, double[]> ofSmall = new TreeMap<>();
      Map<String, double[]> ofLarge = new TreeMap<>();
      for (int round = -ROUNDS / 3; round < ROUNDS; round++) { // some for the compiler first
        measure(small, Math.max(0, round), ofSmall);
        measure(large, Math.max(0, round), ofLarge);
      }
      List<String> tooMuch = new ArrayList<>();
      ofSmall.forEach(
          (what, times) -> {
            double of = median(times);
            double more = median(ofLarge.getOrDefault(what, new double[] {Double.NaN}));
            double ratio = more / of;
            System.out.printf(
                Locale.ROOT,
                "MEASURED %-62s %8.2f ms with %,d rows, %8.2f ms with %,d: ratio %.2f%n",
                what,
                of,
                SMALL,
                more,
                LARGE,
                ratio);
            if (!(ratio < 2)) {
              tooMuch.add(what);
            }
          });
      assertEquals(List.of(), tooMuch);
    }
  }

  /** So many rows, evenly over the span up to now. */
  private void fill(Site site, int rows) {
    long start = System.nanoTime();
    Instant begin = site.app.clock.instant().minus(SPAN);
    for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
      int to = Math.min(rows, from + ROWS_AT_ONCE);
      List<Entry> entries = new ArrayList<>();
      for (int i = from; i < to; i++) {
        add(site, begin.plus(SPAN.multipliedBy(i).dividedBy(rows)), i, entries);
      }
      put(site, entries);
    }
    site.app.buckets.sweep();
    assertEquals(0, site.drain.refused() + site.drain.unfolded());
    System.out.printf(
        Locale.ROOT,
        "MEASURED %,d rows filled in %.1f s, database %,d MB%n",
        rows,
        (System.nanoTime() - start) / 1e9,
        site.database.usedBytes() >> 20);
  }

  private static void put(Site site, List<Entry> entries) {
    site.app.journal.append(entries);
    assertTrue(site.drain.await(Duration.ofMinutes(5)), "the drain is behind");
  }

  /** A row of iris with its request and perhaps its label. */
  private void add(Site site, Instant at, int number, List<Entry> to) {
    LoadedModel model = site.app.live.find("iris").orElseThrow().model();
    long id = Ids.firstAt(at) + 4L * (number % 10_000);
    Row row =
        Row.of(
            5.8 + random.nextGaussian() * .8,
            3 + random.nextGaussian() * .4,
            3.7 + random.nextGaussian() * 1.7,
            1.2 + random.nextGaussian() * .7);
    Prediction given = model.predict(row);
    to.add(
        new Entry.Answered(
            id, id + 1, model.id().key(), Source.API, row, given, 10, 20, List.of()));
    to.add(new Entry.Request(id + 1, "", "POST", "/api/v1/models/{model}/predict", 200, 300));
    if (number % LABEL_EVERY == 0) {
      String label = site.app.registry.schema(model.id().key()).classes().get(given.classIndex());
      to.add(new Entry.Label(id + 2, id, label, 0, LabelSource.ANONYMOUS, ""));
    }
  }

  private void measure(Site site, int round, Map<String, double[]> times) throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < NEW_ROWS; i++) {
      add(site, site.app.clock.instant(), i, entries);
    }
    put(site, entries);
    time("a look", round, times, site.app.monitor::tick);
    for (String page : PAGES) {
      time("GET /" + page, round, times, () -> assertEquals(200, site.get(page).statusCode()));
    }
  }

  private interface Task {
    void run() throws Exception;
  }

  private static void time(String what, int round, Map<String, double[]> times, Task task)
      throws Exception {
    long start = System.nanoTime();
    task.run();
    times.computeIfAbsent(what, key -> new double[ROUNDS])[round] =
        (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
