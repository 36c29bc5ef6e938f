package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * A table of {@code -Dbatch.rows=1000000} irises through the packaged war with a heap of {@code
 * -Dbatch.heap=256m}, beside a bare loop in this process that reads the same file, scores with the
 * same classifier and writes the answers: before and after, so that a machine that others use
 * shows. Every row is answered, recorded, drained and counted, and the heap does not grow.
 */
@Tag("suite")
class BatchIT {
  private static final int ROWS = Integer.getInteger("batch.rows", 1_000_000);
  private static final int STEP = Math.max(1, ROWS / 10);
  private static final int WARM = ROWS / 5;
  private static final String HEAP = System.getProperty("batch.heap", "256m");
  private static final Pattern COLLECTED =
      Pattern.compile("Pause .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  @TempDir Path folder;

  @Test
  void aMillionRowsAreAnsweredRecordedAndDrainedInConstantMemory() throws Exception {
    Path table = table();
    Path gc = folder.resolve("gc.log");
    double before = bare(table);
    try (ServerProcess server =
        ServerProcess.war(
            folder.resolve("home"), "-Xmx" + HEAP, "-Xlog:gc:file=" + gc + "::filecount=0")) {
      Path answers = folder.resolve("answers.csv");
      send(server, start(table), answers); // so that the server's loop is compiled too
      double rate = ROWS / seconds(() -> send(server, table, answers));
      double drained = seconds(() -> awaitDrained(server));
      double after = bare(table);
      List<Integer> flat = sampled(server, table, gc);
      check(answers);
      List<Integer> used = used(gc);
      int tenth = Math.max(1, used.size() / 10);
      int early = max(used.subList(0, Math.min(used.size(), 3 * tenth)));
      int late = max(used.subList(used.size() - tenth, used.size()));
      double bare = Math.max(before, after);
      System.out.printf(
          Locale.ROOT,
          "%,d rows: %,.0f rows/s; bare loop %,.0f before, %,.0f after; ratio %.2f; drained %.1f s later;"
              + " -Xmx%s, used after a collection at most %d MB (first 30 %% of %d collections %d, last 10 %% %d)%n",
          ROWS,
          rate,
          before,
          after,
          rate / bare,
          drained,
          HEAP,
          max(used),
          used.size(),
          early,
          late);
      System.out.printf("MB in use after a full collection, each %,d rows: %s%n", STEP, flat);
      assertTrue(max(flat) <= flat.get(0) + 32, "the heap grew: " + flat);
      assertTrue(late <= 2 * early + 32, "the heap grew from " + early + " to " + late + " MB");
    }
  }

  private interface Task {
    void run() throws Exception;
  }

  private static double seconds(Task task) throws Exception {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The rows of iris.arff again and again in random order, with an id. */
  private Path table() throws Exception {
    Instances iris = DataSource.read("weka-models/iris/iris.arff");
    Path file = folder.resolve("irises.csv");
    Random random = new Random(11);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,sepal_length,sepal_width,petal_length,petal_width\n");
      for (int i = 0; i < ROWS; i++) {
        var row = iris.instance(random.nextInt(iris.numInstances()));
        out.write(i + "");
        for (int k = 0; k < 4; k++) {
          out.write("," + row.value(k));
        }
        out.write("\n");
      }
    }
    return file;
  }

  /** The first fifth of the table. */
  private Path start(Path table) throws IOException {
    Path file = folder.resolve("start.csv");
    try (Stream<String> lines = Files.lines(table)) {
      Files.write(file, lines.limit(WARM + 1).toList());
    }
    return file;
  }

  /** Rows a second; the second of two rounds, so that the loop is compiled. */
  private double bare(Path table) throws Exception {
    Path answers = folder.resolve("bare.csv");
    loop(table, answers);
    return ROWS / seconds(() -> loop(table, answers));
  }

  private static void loop(Path table, Path answers) throws Exception {
    Classifier classifier;
    try (InputStream in = Files.newInputStream(Path.of("weka-models/iris/iris.model"))) {
      classifier = (Classifier) SerializationHelper.read(in);
    }
    Instances header = DataSource.read("weka-models/iris/iris.arff").stringFreeStructure();
    header.setClassIndex(4);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(table);
        BufferedWriter out = Files.newBufferedWriter(answers)) {
      csv.skipLines(1);
      for (CsvRecord row : csv) {
        double[] values = new double[5];
        for (int k = 0; k < 4; k++) {
          values[k] = Double.parseDouble(row.getField(k + 1));
        }
        DenseInstance instance = new DenseInstance(1, values);
        instance.setDataset(header);
        instance.setClassMissing();
        double[] shares = classifier.distributionForInstance(instance);
        int best = 0;
        for (int k = 1; k < shares.length; k++) {
          best = shares[k] > shares[best] ? k : best;
        }
        out.append(row.getField(0)).append(',').append(header.classAttribute().value(best));
        for (double share : shares) {
          out.append(',').append(Double.toString(share));
        }
        out.append('\n');
      }
    }
  }

  private static HttpRequest request(ServerProcess server, Path table) throws IOException {
    return HttpRequest.newBuilder(server.root.resolve("api/v1/models/iris/predict"))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Content-Type", "text/csv")
        .timeout(Duration.ofMinutes(20))
        .POST(BodyPublishers.ofFile(table))
        .build();
  }

  private static void send(ServerProcess server, Path table, Path answers) throws Exception {
    var response =
        HttpClient.newHttpClient().send(request(server, table), BodyHandlers.ofFile(answers));
    assertEquals(200, response.statusCode());
  }

  /** The table once more: megabytes in use after a full collection, at each step of rows. */
  private static List<Integer> sampled(ServerProcess server, Path table, Path gc) throws Exception {
    var response = HttpClient.newHttpClient().send(request(server, table), BodyHandlers.ofLines());
    List<Integer> samples = new ArrayList<>();
    int rows = -1;
    for (String unused : (Iterable<String>) response.body()::iterator) {
      rows++;
      if (rows > 0 && rows % STEP == 0) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collect = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.run").start();
        collect.getInputStream().readAllBytes();
        assertEquals(0, collect.waitFor());
        List<Integer> used = used(gc);
        samples.add(used.get(used.size() - 1));
      }
    }
    assertEquals(ROWS, rows);
    return samples;
  }

  private static void awaitDrained(ServerProcess server) throws Exception {
    for (int i = 0; i < 6_000 && metric(server, "perennial_drain_rows_total") < ROWS + WARM; i++) {
      Thread.sleep(100);
    }
    assertTrue(metric(server, "perennial_drain_rows_total") >= ROWS + WARM, "the drain is behind");
    assertEquals(0, metric(server, "perennial_drain_unfolded_total"));
  }

  private static double metric(ServerProcess server, String name) throws Exception {
    return server
        .asAdministrator("metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private static void check(Path answers) throws IOException {
    try (Stream<String> lines = Files.lines(answers)) {
      assertEquals(ROWS, lines.skip(1).filter(line -> line.endsWith(",")).count());
    }
    try (Stream<String> lines = Files.lines(answers)) {
      assertEquals(ROWS, lines.skip(1).map(line -> line.split(",", -1)[1]).distinct().count());
    }
  }

  /** Megabytes in use after each collection. */
  private static List<Integer> used(Path gc) throws IOException {
    List<Integer> used = new ArrayList<>();
    for (String line : Files.readAllLines(gc)) {
      Matcher pause = COLLECTED.matcher(line);
      if (pause.find()) {
        used.add(Integer.parseInt(pause.group(2)));
      }
    }
    return used;
  }

  private static int max(List<Integer> values) {
    return values.stream().mapToInt(v -> v).max().orElse(0);
  }
}
