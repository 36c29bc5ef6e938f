package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.web.Malformed;
import dev.perennial.web.Ones;
import dev.perennial.web.Zips;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to the doors that take files: a 4xx with a sentence and, from programs' doors, a
 * problem document, within two seconds on a quiet machine and {@code -Dmalformed.seconds=6} on any;
 * no file more in the home, and no more in the heap.
 */
@Tag("suite")
class MalformedIT {
  private static final long MOST_MILLIS = 1_000L * Integer.getInteger("malformed.seconds", 6);
  private static final long GIGABYTE = 1L << 30;
  private static final String PREDICT = "api/v1/models/iris/predict";
  private static final String LABELS = "api/v1/labels";
  private static final String IMPORTS = "api/v1/imports";
  private static final String MODELS = "api/v1/model-files";
  private static final String TABLES = "admin/models";

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Long> took = new LinkedHashMap<>();
  private byte[] iris = new byte[0];
  private byte[] model = new byte[0];

  /** Gives the body from its beginning. */
  private interface Body {
    InputStream open();
  }

  private static Body of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  @Test
  void everyDoorRefusesEveryFileAtOnceAndKeepsNothing() throws Exception {
    iris = Files.readAllBytes(Path.of("weka-models/iris/iris.arff"));
    model = Files.readAllBytes(Path.of("weka-models/iris/iris.model"));
    Map<String, byte[]> tables = Malformed.tables();
    try (Site site = Site.start(Map.of("perennial.model.upload", "true"))) {
      tables(site, Map.of("csv: empty", new byte[0], "arff: no rows", Parts.utf8("@relation r")));
      took.clear();
      faults.clear(); // the page was compiled
      List<String> before = files(site);
      long heap = heap();
      tables(site, tables);
      models(site, tables);
      zips(site);
      streams(site);
      awaitTidy(site, before);
      long after = heap();
      report(heap, after);
      assertEquals(List.of(), faults);
      assertEquals(before, files(site));
      assertTrue(took.size() >= 200, "only " + took.size());
      assertTrue(after - heap < 48L << 20, "the heap grew by %,d bytes".formatted(after - heap));
    }
  }

  private void report(long heap, long after) {
    System.out.printf(
        Locale.ROOT,
        "%d malformed files, %d of them in more than 2 s; heap after a collection %,d kB before and %,d kB after; slowest:%n",
        took.size(),
        took.values().stream().filter(millis -> millis > 2_000).count(),
        heap >> 10,
        after >> 10);
    took.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(8)
        .forEach(each -> System.out.printf("  %,6d ms  %s%n", each.getValue(), each.getKey()));
  }

  /** The database and the journal take notes of refused attempts. */
  private static List<String> files(Site site) throws IOException {
    return site.files(".").stream().filter(f -> !f.matches("(db|journal)/.*")).toList();
  }

  /** What a container holds of a request that broke off goes with the request. */
  private static void awaitTidy(Site site, List<String> before) throws Exception {
    for (int i = 0; i < 50 && !files(site).equals(before); i++) {
      Thread.sleep(100);
    }
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void tables(Site site, Map<String, byte[]> tables) throws Exception {
    for (var file : tables.entrySet()) {
      String name = file.getKey();
      boolean arff = name.startsWith("arff");
      Body body = of(file.getValue());
      send(site, "page, " + name, TABLES, Map.of("table", file.getValue()));
      send(site, "batch, " + name, PREDICT, arff ? "text/x-arff" : "text/csv", body);
      if (!arff) {
        send(site, "labels, " + name, LABELS, "text/csv", body);
      }
    }
  }

  private void models(Site site, Map<String, byte[]> tables) throws Exception {
    for (var file : tables.entrySet()) {
      send(site, "model's data, " + file.getKey(), MODELS, model(model, file.getValue()));
    }
    Map<String, byte[]> classifiers = new LinkedHashMap<>();
    classifiers.put("nothing", new byte[0]);
    classifiers.put("text", Parts.utf8("no model"));
    classifiers.put("head alone", Arrays.copyOf(model, 4));
    classifiers.put("half", Arrays.copyOf(model, model.length / 2));
    classifiers.put("all but a byte", Arrays.copyOf(model, model.length - 1));
    classifiers.put("zeros", new byte[1 << 20]);
    classifiers.put("a foreign class", saved(new java.awt.Point(1, 2)));
    classifiers.put("a list", saved(new ArrayList<>(List.of(1, 2))));
    classifiers.put("a text", saved("J48"));
    classifiers.put("an untrained one", saved(new weka.classifiers.trees.J48()));
    classifiers.put("an array of two thousand million", patched(saved(new int[1])));
    for (int i = 1; i <= 10; i++) {
      byte[] broken = model.clone();
      broken[broken.length * i / 11] ^= 0x55;
      classifiers.put("a wrong byte " + i, Arrays.copyOf(broken, broken.length - i));
    }
    for (var file : classifiers.entrySet()) {
      send(site, "model, " + file.getKey(), MODELS, model(file.getValue(), iris));
    }
  }

  private static byte[] saved(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static byte[] patched(byte[] array) {
    Arrays.fill(array, array.length - 8, array.length - 4, (byte) 0x7f);
    return array;
  }

  private static Map<String, byte[]> model(byte[] classifier, byte[] data) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("model", Parts.utf8("malformed"));
    parts.put("rows", Parts.utf8("training"));
    parts.put("account", Parts.utf8("admin"));
    parts.put("password", Parts.utf8(Site.PASSWORD));
    parts.put("classifier", classifier);
    parts.put("data", data);
    return parts;
  }

  private void zips(Site site) throws Exception {
    byte[] good =
        site.http
            .send(
                HttpRequest.newBuilder(site.at("api/v1/models/iris/versions/1/export"))
                    .header("Authorization", "Bearer " + Site.TOKEN)
                    .build(),
                BodyHandlers.ofByteArray())
            .body();
    Map<String, byte[]> zips = new LinkedHashMap<>();
    zips.put("nothing", new byte[0]);
    zips.put("text", Parts.utf8("PK no zip"));
    zips.put("half", Arrays.copyOf(good, good.length / 2));
    zips.put("a table", iris);
    for (String name :
        List.of(
            "../../evil",
            "/etc/passwd",
            "..\\evil",
            "a/b",
            "C:\\x",
            "classifier.model/",
            "\u0000",
            "x".repeat(60_000),
            "CLASSIFIER.MODEL",
            "manifest.json ")) {
      zips.put(
          "a file " + name.substring(0, Math.min(20, name.length())),
          Zips.with(good, name, new byte[1]));
    }
    for (String name : Zips.unpacked(good).keySet()) {
      zips.put("no " + name, Zips.without(good, name));
      zips.put("empty " + name, Zips.with(good, name, new byte[0]));
      zips.put("a bomb in " + name, Zips.with(good, name, new byte[200 << 20]));
      zips.put("text in " + name, Zips.with(good, name, Parts.utf8("{}")));
    }
    for (var zip : zips.entrySet()) {
      send(site, "zip, " + zip.getKey(), IMPORTS, "application/zip", of(zip.getValue()));
    }
  }

  /** Streams of a gigabyte without a length in front, and lines of 100 MB. */
  private void streams(Site site) throws Exception {
    long line = 100_000_000;
    Map<String, byte[]> heads = new LinkedHashMap<>();
    heads.put("bare", new byte[0]);
    heads.put("behind an iris header", Parts.utf8("sepal_length,sepal_width,petal_length\n"));
    for (var head : heads.entrySet()) {
      for (long length : new long[] {line, GIGABYTE}) {
        String name = "a line of %,d bytes, %s".formatted(length, head.getKey());
        stream(site, "batch, " + name, PREDICT, "text/csv", head.getValue(), length);
        stream(site, "labels, " + name, LABELS, "text/csv", head.getValue(), length);
        stream(site, "arff, " + name, PREDICT, "text/x-arff", head.getValue(), length);
        stream(site, "zip, " + name, IMPORTS, "application/zip", head.getValue(), length);
        stream(site, "page, " + name, TABLES, Parts.TYPE, Parts.head("table"), length);
        stream(site, "model, " + name, MODELS, Parts.TYPE, Parts.head("classifier"), length);
      }
    }
  }

  private void stream(Site site, String name, String path, String type, byte[] head, long length)
      throws Exception {
    AtomicLong read = new AtomicLong();
    Body body =
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), new Ones(length, read))));
    send(site, name, path, type, body);
    if (read.get() > 300_000_000) {
      faults.add("%s: %,d bytes were read before it was refused".formatted(name, read.get()));
    }
  }

  private void send(Site site, String name, String path, Map<String, byte[]> parts)
      throws Exception {
    send(site, name, path, Parts.TYPE, of(Parts.of(parts)));
  }

  private void send(Site site, String name, String path, String type, Body body) throws Exception {
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient() // a connection that a refusal closed is not used again
              .send(
                  HttpRequest.newBuilder(site.at(path))
                      .version(HttpClient.Version.HTTP_1_1)
                      .header("Authorization", "Bearer " + Site.TOKEN)
                      .header("Content-Type", type)
                      .POST(BodyPublishers.ofInputStream(body::open))
                      .build(),
                  BodyHandlers.ofString());
      check(name, path, answer);
    } catch (IOException e) {
      // A sender of very much may be cut off before it looks for the answer.
      if (!name.contains("a line of") && !name.contains("a million")) {
        faults.add(name + ": " + e);
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    took.put(name, millis);
    if (millis > MOST_MILLIS) {
      faults.add("%s: took %,d ms".formatted(name, millis));
    }
  }

  private void check(String name, String path, HttpResponse<String> answer) {
    if (!Refusal.isSound(answer, path.equals(TABLES))) {
      faults.add(name + ": " + answer.statusCode() + " " + answer.body().lines().limit(3).toList());
    }
  }
}
