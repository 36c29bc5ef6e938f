package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.training.Run.State;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run that has not ended. Every step that leaves something behind is one call under its lock, and
 * none comes after the end: whoever cancels either comes before a step or after it. Safe for use by
 * many threads.
 */
final class ActiveRun {
  final long id;
  final RunRequest request;
  private final RunTable table;
  private final Clock clock;
  private boolean ended;
  private volatile State state = State.QUEUED;
  private volatile long begun;
  private volatile long trainingBegun;
  private volatile long lastBegun;
  private volatile Optional<Double> expected = Optional.empty();
  private volatile int trainings = 1;
  private volatile int trained;

  ActiveRun(long id, RunRequest request, RunTable table, Clock clock) {
    this.id = id;
    this.request = request;
    this.table = table;
    this.clock = clock;
  }

  /** Thrown to leave the work of a run that has ended meanwhile. */
  static final class Ended extends RuntimeException {
    Ended() {
      super("the run has ended", null, false, false);
    }
  }

  /** Leaves the work if the run has ended. */
  synchronized void check() {
    if (ended) {
      throw new Ended();
    }
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized void begin() {
    check();
    begun = System.nanoTime();
    table.start(id, clock.instant());
  }

  synchronized void phase(State next, Said sentence) {
    check();
    table.phase(id, next, sentence);
    state = next;
  }

  /** Begins to train, so many times in all. */
  synchronized void training(int times, Said sentence) {
    phase(State.TRAINING, sentence);
    trainingBegun = System.nanoTime();
    trainings = times;
  }

  /** One of the trainings before the last is done. */
  synchronized void oneTrained() {
    check();
    trained++;
  }

  /**
   * Begins the last training.
   *
   * @param millis how long it is expected to take
   */
  synchronized void lastTraining(Optional<Double> millis, Said sentence) {
    phase(State.TRAINING, sentence);
    trained = trainings - 1;
    expected = millis;
    lastBegun = System.nanoTime();
  }

  /**
   * Ends the last training.
   *
   * @param algorithm the scheme with its options
   */
  synchronized void trained(String algorithm) {
    check();
    table.trained(id, Duration.ofNanos(System.nanoTime() - lastBegun).toMillis(), algorithm);
  }

  /** A step that leaves something behind. */
  synchronized <T> T step(Supplier<T> work) {
    check();
    return work.get();
  }

  /** Ends the run, unless it has ended: then nothing happens and the answer is false. */
  synchronized boolean end(
      State last, Said sentence, Optional<Verdict> verdict, Optional<Integer> version) {
    if (ended) {
      return false;
    }
    ended = true;
    table.end(id, last, clock.instant(), sentence, verdict, version);
    return true;
  }

  /** Waits for no step. */
  Progress progress() {
    long now = System.nanoTime();
    Duration elapsed = Duration.ofNanos(begun == 0 ? 0 : now - begun);
    if (state != State.TRAINING) {
      int percent = state == State.QUEUED ? 0 : state == State.PREPARING ? 5 : 85;
      return new Progress(percent, elapsed, Optional.empty());
    }
    double millis = (now - trainingBegun) / 1e6;
    double last = expected.map(whole -> Math.min(1, (now - lastBegun) / 1e6 / whole)).orElse(0.0);
    double share = (trained + last) / trainings;
    int percent = 10 + (int) (70 * Math.min(1, share));
    Optional<Duration> left =
        share <= 0 || share >= 1
            ? Optional.empty()
            : Optional.of(Duration.ofMillis((long) (millis / share - millis)));
    return new Progress(percent, elapsed, left);
  }
}
