package dev.perennial.monitor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests of one span of time: how long each stage took, in microseconds, and how they ended, by
 * route. Additive. Not thread-safe.
 */
public final class RequestSums {
  private static final int FORMAT = 1;
  private static final int CLASSES = 6;

  private final Map<String, LogHistogram> stages = new TreeMap<>();
  private final Map<String, long[]> routes = new TreeMap<>();

  /** Takes a duration of a named stage, such as "total", "parse" or "score". */
  public void addDuration(String stage, double micros) {
    stages.computeIfAbsent(stage, name -> new LogHistogram()).add(micros);
  }

  /** Takes the end of a request: its HTTP status, such as 200. */
  public void addStatus(String route, int status) {
    int kind = status >= 100 && status < 600 ? status / 100 : 0;
    routes.computeIfAbsent(route, name -> new long[CLASSES])[kind]++;
  }

  public void merge(RequestSums other) {
    other.stages.forEach(
        (stage, histogram) ->
            stages.computeIfAbsent(stage, name -> new LogHistogram()).merge(histogram));
    other.routes.forEach(
        (route, counts) ->
            Counts.add(routes.computeIfAbsent(route, name -> new long[CLASSES]), counts));
  }

  /** Microseconds that this share of a stage's durations do not exceed, right to 1 %; 0 if none. */
  public double micros(String stage, double share) {
    LogHistogram histogram = stages.get(stage);
    return histogram == null ? 0 : histogram.quantile(share);
  }

  /** How a stage's durations are spread, in microseconds; empty if there are none. */
  public List<DurationBin> durations(String stage) {
    LogHistogram histogram = stages.get(stage);
    return histogram == null ? List.of() : histogram.bins();
  }

  /** All requests, and those that failed by the server's fault (5xx). */
  public BurnRate.Span span() {
    long all = 0;
    long failed = 0;
    for (long[] counts : routes.values()) {
      all += Counts.sum(counts);
      failed += counts[5];
    }
    return new BurnRate.Span(all, failed);
  }

  /** By route, requests by the first digit of their status; place 0 holds unknown ones. Copies. */
  public Map<String, long[]> byRoute() {
    Map<String, long[]> copy = new TreeMap<>();
    routes.forEach((route, counts) -> copy.put(route, counts.clone()));
    return copy;
  }

  /** Everything, compactly. */
  public byte[] bytes() {
    PackedWriter out = new PackedWriter();
    out.count(FORMAT);
    out.count(stages.size());
    stages.forEach(
        (stage, histogram) -> {
          out.text(stage);
          histogram.write(out);
        });
    out.count(routes.size());
    routes.forEach(
        (route, counts) -> {
          out.text(route);
          out.counts(counts);
        });
    return out.bytes();
  }

  /**
   * The sums that gave these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another format
   */
  public static RequestSums of(byte[] bytes) {
    PackedReader in = new PackedReader(bytes);
    in.expectFormat(FORMAT);
    RequestSums read = new RequestSums();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.stages.put(in.text(), LogHistogram.read(in));
    }
    size = in.size();
    for (int i = 0; i < size; i++) {
      read.routes.put(in.text(), in.counts());
    }
    return read;
  }
}
