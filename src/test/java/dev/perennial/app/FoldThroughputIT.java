package dev.perennial.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.perennial.log.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the fold takes from the throughput of JSON predictions of one row over a real Jetty: the
 * same server with the fold and without it, in turns (with, without, without, with, ...). A turn
 * lasts until the drain has moved all its rows. Beside the ratio of rates, which suffers from
 * whatever else the machine does, stands the fold's share of the processor time of the server,
 * without the clients' own, which does not. Nothing is asserted but the counts.
 */
@Tag("suite")
class FoldThroughputIT {
  private static final int PAIRS = Integer.getInteger("throughput.pairs", 8);
  private static final int SECONDS = Integer.getInteger("throughput.seconds", 2);
  private static final int CLIENTS = Integer.getInteger("throughput.clients", 16);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final AtomicBoolean folds = new AtomicBoolean();
  private final LongAdder foldNanos = new LongAdder();
  private final LongAdder folded = new LongAdder();

  /** One turn: requests a second, and processor time in microseconds a request. */
  private record Turn(double rate, double server, double fold) {}

  @Test
  void whatTheFoldTakesFromTheThroughput() throws Exception {
    Map<String, String> settings =
        Map.of("perennial.monitor.study-percent", "1", "perennial.drain.interval", "200ms");
    Fittings fittings = new Fittings(Fittings.STANDARD.database(), this::switched);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Site site = Site.start(settings, fittings)) {
      for (int i = 0; i < 4; i++) {
        turn(site, clients, i % 2 == 0); // for the compiler
      }
      List<Turn> with = new ArrayList<>();
      List<Turn> without = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        boolean first = pair % 2 == 0;
        for (boolean on : new boolean[] {first, !first}) {
          (on ? with : without).add(turn(site, clients, on));
        }
      }
      tell(with, without);
      assertEquals(0, site.drain.refused() + site.drain.unfolded());
    } finally {
      clients.shutdownNow();
    }
  }

  private BiConsumer<Handle, List<Entry>> switched(BiConsumer<Handle, List<Entry>> fold) {
    return (handle, entries) -> {
      if (folds.get()) {
        long before = threads.getCurrentThreadCpuTime();
        fold.accept(handle, entries);
        foldNanos.add(threads.getCurrentThreadCpuTime() - before);
        folded.add(entries.stream().filter(Entry.Answered.class::isInstance).count());
      }
    };
  }

  private Turn turn(Site site, ExecutorService clients, boolean on) throws Exception {
    folds.set(on);
    foldNanos.reset();
    folded.reset();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    LongAdder own = new LongAdder();
    List<Future<Integer>> running = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      Callable<Integer> client = () -> client(site, start + SECONDS * 1_000_000_000L, own);
      running.add(clients.submit(client));
    }
    long requests = 0;
    for (Future<Integer> each : running) {
      requests += each.get();
    }
    assertTrue(site.drain.await(Duration.ofMinutes(2)), "the drain is behind");
    double seconds = (System.nanoTime() - start) / 1e9;
    double server = (system.getProcessCpuTime() - cpu - own.sum()) / 1e3 / requests;
    assertEquals(on ? requests : 0, folded.sum());
    return new Turn(requests / seconds, server, foldNanos.sum() / 1e3 / requests);
  }

  /** Posts the same row until the time is up, over one connection; how often it was answered. */
  private int client(Site site, long end, LongAdder own) throws IOException {
    long before = threads.getCurrentThreadCpuTime();
    byte[] request =
        """
        POST /api/v1/models/iris/predict HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(Site.SETOSA.length(), Site.SETOSA)
            .getBytes(US_ASCII);
    int answered = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.root.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        out.write(request);
        readAnswer(in);
        answered++;
      }
    }
    own.add(threads.getCurrentThreadCpuTime() - before);
    return answered;
  }

  private static void readAnswer(InputStream in) throws IOException {
    int length = -1;
    String status = line(in);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    if (!status.contains(" 200 ") || length < 0 || in.readNBytes(length).length < length) {
      throw new IOException("answered " + status);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void tell(List<Turn> with, List<Turn> without) {
    double[] rates = new double[with.size()];
    double[] cpu = new double[with.size()];
    double[] shares = new double[with.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = with.get(i).rate() / without.get(i).rate();
      cpu[i] = with.get(i).server() / without.get(i).server();
      shares[i] = with.get(i).fold() / with.get(i).server();
    }
    System.out.printf(
        Locale.ROOT,
        "MEASURED %d clients: %,.0f requests/s with the fold, %,.0f without; server CPU a request %.1f and %.1f us, of which the fold %.2f%n",
        CLIENTS,
        median(with.stream().mapToDouble(Turn::rate).toArray()),
        median(without.stream().mapToDouble(Turn::rate).toArray()),
        median(with.stream().mapToDouble(Turn::server).toArray()),
        median(without.stream().mapToDouble(Turn::server).toArray()),
        median(with.stream().mapToDouble(Turn::fold).toArray()));
    tell("requests/s, with over without", rates);
    tell("server CPU a request, with over without", cpu);
    tell("the fold's part of the server's CPU", shares);
  }

  private static void tell(String what, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "MEASURED %s: median %.4f, quartiles %.4f to %.4f, all %s%n",
        what,
        median(values),
        sorted[sorted.length / 4],
        sorted[sorted.length * 3 / 4],
        Arrays.toString(Arrays.stream(sorted).map(v -> Math.round(v * 1e4) / 1e4).toArray()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
