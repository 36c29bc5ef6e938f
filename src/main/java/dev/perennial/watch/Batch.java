package dev.perennial.watch;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.Entry.Request;
import dev.perennial.log.Ids;
import dev.perennial.model.Prediction;
import dev.perennial.model.Schema;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.PlacedRow;
import dev.perennial.monitor.RequestSums;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one batch of the drain adds to the buckets, before it is added. Gathered in memory by
 * minute, then merged into the stored minutes, hours and days. For one thread and one batch.
 */
final class Batch {
  private static final Logger logger = LoggerFactory.getLogger(Batch.class);

  /** A version and the start of a minute. */
  private record Place(int version, long minute) {}

  private final BucketTable table;
  private final IntFunction<Reference> references;
  private final IntFunction<Schema> schemas;
  private final Map<Place, Bucket> buckets = new HashMap<>();
  private final Map<Long, RequestSums> requests = new HashMap<>();

  Batch(BucketTable table, IntFunction<Reference> references, IntFunction<Schema> schemas) {
    this.table = table;
    this.references = references;
    this.schemas = schemas;
  }

  /**
   * Takes an answered row.
   *
   * @param watched the values that {@link WatchedRow} makes of it
   */
  void add(Answered answered, PlacedRow watched) {
    Reference reference = references.apply(answered.version());
    Bucket bucket = bucket(answered.version(), Ids.millis(answered.id()));
    bucket.add(reference.profile(), watched);
    Prediction prediction = answered.prediction();
    Optional<HoldOut> holdOut = reference.holdOut();
    if (holdOut.isPresent()) {
      bucket.addProbabilities(holdOut.get(), prediction.classIndex(), prediction.probabilities());
    }
    RequestSums sums = requests(Ids.millis(answered.id()));
    sums.addDuration("parse", answered.parseMicros());
    sums.addDuration("score", answered.scoreMicros());
  }

  /**
   * Takes a label into the bucket of its prediction's time.
   *
   * @param before what an earlier label said
   * @param actual index of the class, or the number
   */
  void add(Label label, Labelled of, Optional<Double> before, double actual) {
    double lag = (Ids.millis(label.id()) - Ids.millis(label.prediction())) / 1e3;
    Bucket bucket = bucket(of.version(), Ids.millis(label.prediction()));
    if (of.isNumber()) {
      bucket.addLabel(before, actual, of.number(), lag);
    } else {
      Optional<Integer> old = before.map(Double::intValue);
      bucket.addLabel(old, (int) actual, of.predicted(), of.probabilities(), lag);
    }
  }

  void add(Request request) {
    RequestSums sums = requests(Ids.millis(request.id()));
    sums.addDuration("total", request.micros());
    sums.addStatus(request.route(), request.status());
  }

  private Bucket bucket(int version, long millis) {
    return buckets.computeIfAbsent(
        new Place(version, Step.MINUTE.start(millis)), place -> empty(version));
  }

  private Bucket empty(int version) {
    return new Bucket(references.apply(version).profile(), schemas.apply(version).classes().size());
  }

  private RequestSums requests(long millis) {
    return requests.computeIfAbsent(Step.MINUTE.start(millis), minute -> new RequestSums());
  }

  /** Merges everything into the tables, in this transaction. */
  void store(Handle handle) {
    for (Step step : Step.values()) {
      Map<Place, Bucket> sums = new HashMap<>();
      buckets.forEach(
          (place, bucket) ->
              sums.computeIfAbsent(
                      new Place(place.version(), step.start(place.minute())),
                      at -> empty(at.version()))
                  .merge(bucket));
      sums.forEach((place, sum) -> store(handle, step, place, sum));
      storeRequests(handle, step);
    }
  }

  private void store(Handle handle, Step step, Place place, Bucket sum) {
    Optional<byte[]> there = table.find(handle, place.version(), step, place.minute());
    if (there.isPresent()) {
      Bucket merged = read(there.get(), Bucket::of).orElseGet(() -> empty(place.version()));
      merged.merge(sum);
      table.update(handle, place.version(), step, place.minute(), merged.bytes());
    } else {
      table.insert(handle, place.version(), step, place.minute(), sum.bytes());
    }
  }

  /** One that cannot be read is begun anew: storing rows must not depend on counting them. */
  private static <T> Optional<T> read(byte[] body, Function<byte[], T> reader) {
    try {
      return Optional.of(reader.apply(body));
    } catch (RuntimeException e) {
      logger.error("a bucket is begun anew: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void storeRequests(Handle handle, Step step) {
    Map<Long, RequestSums> sums = new TreeMap<>();
    requests.forEach(
        (minute, sum) ->
            sums.computeIfAbsent(step.start(minute), start -> new RequestSums()).merge(sum));
    sums.forEach(
        (start, sum) -> {
          Optional<byte[]> there = table.find(handle, BucketTable.REQUESTS, step, start);
          if (there.isPresent()) {
            RequestSums merged = read(there.get(), RequestSums::of).orElseGet(RequestSums::new);
            merged.merge(sum);
            table.update(handle, BucketTable.REQUESTS, step, start, merged.bytes());
          } else {
            table.insert(handle, BucketTable.REQUESTS, step, start, sum.bytes());
          }
        });
  }
}
