package dev.perennial.serving;

import dev.perennial.model.VersionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the Open Inference Protocol's statistics tell of each version since the start of the
 * process: requests to infer and the time they took. Safe for use by many threads.
 */
public final class InferenceStats {
  private final Map<VersionId, Counts> versions = new ConcurrentHashMap<>();

  /** Of one version; durations in nanoseconds. */
  public static final class Counts {
    private final LongAdder rows = new LongAdder();
    private final Sum success = new Sum();
    private final Sum fail = new Sum();
    private final Sum input = new Sum();
    private final Sum infer = new Sum();
    private final Sum output = new Sum();
    private final AtomicLong lastMillis = new AtomicLong();

    /** Rows that were answered. */
    public long rows() {
      return rows.sum();
    }

    /** Requests that were answered. */
    public Sum success() {
      return success;
    }

    /** Requests that were refused. */
    public Sum fail() {
      return fail;
    }

    /** Reading and checking. */
    public Sum input() {
      return input;
    }

    /** The classifier's part. */
    public Sum infer() {
      return infer;
    }

    /** Recording the answers. */
    public Sum output() {
      return output;
    }

    /** When a request was answered last, in milliseconds since 1970; 0 = never. */
    public long lastMillis() {
      return lastMillis.get();
    }
  }

  /** How often, and how long together. */
  public static final class Sum {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long took) {
      count.increment();
      nanos.add(took);
    }

    public long count() {
      return count.sum();
    }

    public long nanos() {
      return nanos.sum();
    }
  }

  /**
   * Notes a request that was answered.
   *
   * @param nowMillis since 1970
   */
  public void answered(Outcome outcome, long nanos, long nowMillis) {
    Counts counts = of(outcome.live().model().id());
    counts.rows.add(outcome.answers().size());
    counts.success.add(nanos);
    counts.input.add(outcome.timings().parse());
    counts.infer.add(outcome.timings().score());
    counts.output.add(outcome.timings().log());
    counts.lastMillis.accumulateAndGet(nowMillis, Math::max);
  }

  /** Notes a request that this version refused. */
  public void refused(VersionId version, long nanos) {
    of(version).fail.add(nanos);
  }

  /** What is known of a version; zeros at first. */
  public Counts of(VersionId version) {
    return versions.computeIfAbsent(version, id -> new Counts());
  }
}
