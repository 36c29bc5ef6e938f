package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.RequestSums;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A site whose models were asked four weeks ago, through the front door, and then over and over.
 *
 * <p>What was asked then is real: rows, labels and their fold. Of the time since, only the sums are
 * there, as the fold would have left them: each minute holds once more what was asked at first, and
 * minutes are merged into hours and days by the very merge that the fold uses. So the sums of ten
 * million rows are read as they would be, and the log has a few thousand of them.
 */
final class Filled {
  private static final Duration AGO = Duration.ofDays(28);
  private static final Duration MINUTES = Duration.ofHours(26);
  private static final int ANOTHER_INSTANCE = 1;

  /** The system's clock, and some time away from it. */
  private static final class Shifted extends Clock {
    private volatile Duration by = AGO.negated();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(by);
    }
  }

  private Filled() {}

  /** Starts it; it has to be closed. */
  static Site site() throws Exception {
    Shifted clock = new Shifted();
    Site site = Site.start(Sized.ALL.stream().map(Sized::seed).toList(), clock);
    for (Sized model : Sized.ALL) {
      ask(site, model);
    }
    assertTrue(site.drain.await(Duration.ofMinutes(2)));
    clock.by = Duration.ZERO;
    fill(site, key(site, Sized.WIDE), Instant.now());
    fill(site, key(site, Sized.CLASSES), Instant.now());
    fillRequests(site, Instant.now());
    return site;
  }

  private static int key(Site site, Sized model) {
    return site.database.read(
        handle ->
            handle
                .createQuery("SELECT id FROM model_version WHERE model = :model AND version = 1")
                .bind("model", model.name())
                .mapTo(Integer.class)
                .one());
  }

  /** Each class is given to rows of each class in turn. */
  private static void ask(Site site, Sized model) throws Exception {
    if (model.sent() == 0) {
      return;
    }
    int classes = model.classes().size();
    Random random = new Random(2);
    StringBuilder rows = new StringBuilder();
    rows.append(model.inputs().stream().map(Filled::quoted).collect(Collectors.joining(",")));
    for (int i = 0; i < model.sent(); i++) {
      double first = Sized.answered(i % classes);
      rows.append('\n').append(String.join(",", model.row(first, random)));
    }
    List<String> answers = csv(site, "models/" + model.name() + "/predict", rows.toString());
    assertTrue(site.drain.await(Duration.ofMinutes(2)), "labels wait for their rows");
    StringBuilder labels = new StringBuilder("prediction_id,label");
    for (int i = 0; i < model.sent(); i++) {
      String truth = model.classes().get((i / classes) % classes);
      String id = answers.get(i + 1).split(",", -1)[0];
      labels.append('\n').append(id).append(',').append(quoted(truth));
    }
    List<String> told = csv(site, "labels", labels.toString());
    assertTrue(told.get(0).contains("\"accepted\":" + model.sent()), told::toString);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static List<String> csv(Site site, String path, String table) throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/" + path))
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(table)));
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body().lines().toList();
  }

  private static void fill(Site site, int version, Instant now) {
    site.database.run(
        handle -> {
          byte[] asked =
              handle
                  .createQuery("SELECT body FROM bucket WHERE version = :version AND step = 3")
                  .bind("version", version)
                  .mapTo(byte[].class)
                  .stream()
                  .reduce(Filled::bucket)
                  .orElseThrow();
          byte[] hour = times(60, asked, Filled::bucket);
          byte[] day = times(24, hour, Filled::bucket);
          String into =
              "INSERT INTO bucket (version, step, start_at, instance, body) VALUES (%d, ?, ?, %d, ?)"
                  .formatted(version, ANOTHER_INSTANCE);
          insert(handle, into, now, List.of(asked, hour, day));
        });
  }

  private static void fillRequests(Site site, Instant now) {
    site.database.run(
        handle -> {
          byte[] asked =
              handle
                  .createQuery("SELECT body FROM request_bucket WHERE step = 3")
                  .mapTo(byte[].class)
                  .stream()
                  .reduce(Filled::requests)
                  .orElseThrow();
          byte[] hour = times(60, asked, Filled::requests);
          byte[] day = times(24, hour, Filled::requests);
          String into =
              "INSERT INTO request_bucket (step, start_at, instance, body) VALUES (?, ?, %d, ?)"
                  .formatted(ANOTHER_INSTANCE);
          insert(handle, into, now, List.of(asked, hour, day));
        });
  }

  /** Minutes of the last day, and hours and days of all four weeks. */
  private static void insert(Handle handle, String into, Instant now, List<byte[]> bodies) {
    List<ChronoUnit> units = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
    for (int step = 0; step < units.size(); step++) {
      Instant from = now.minus(step == 0 ? MINUTES : AGO.minusDays(1));
      PreparedBatch batch = handle.prepareBatch(into);
      for (Instant at = from.truncatedTo(units.get(step));
          at.isBefore(now);
          at = at.plus(1, units.get(step))) {
        batch.bind(0, step + 1).bind(1, at.toEpochMilli()).bind(2, bodies.get(step)).add();
      }
      batch.execute();
    }
  }

  private static byte[] bucket(byte[] a, byte[] b) {
    Bucket sum = Bucket.of(a);
    sum.merge(Bucket.of(b));
    return sum.bytes();
  }

  private static byte[] requests(byte[] a, byte[] b) {
    RequestSums sum = RequestSums.of(a);
    sum.merge(RequestSums.of(b));
    return sum.bytes();
  }

  /** So many of the same, merged. */
  private static byte[] times(int n, byte[] one, BinaryOperator<byte[]> merge) {
    return n == 1
        ? one
        : n % 2 == 0
            ? times(n / 2, merge.apply(one, one), merge)
            : merge.apply(one, times(n - 1, one, merge));
  }
}
