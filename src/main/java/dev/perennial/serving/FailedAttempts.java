package dev.perennial.serving;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * Keeps what was refused, and why, at a bounded rate. Safe for use by many threads.
 *
 * <p>The second in which the count runs and the count itself stand in one number, so that no lock
 * is needed.
 */
public final class FailedAttempts {
  private static final int MOST_INPUT = 2_048;
  private static final int MOST_REASON = 1_000;
  private static final int MOST_MODEL = 100;
  private static final int COUNT_BITS = 24;
  private final Journal journal;
  private final Ids ids;
  private final int perSecond;
  private final Runnable beyond;
  private final Predicate<String> secret;
  private final LongAdder beyondLimit = new LongAdder();
  private final AtomicLong secondAndCount = new AtomicLong();
  private final long start = System.nanoTime();

  /**
   * @param perSecond how many are kept in any one second
   * @param beyond is run for each one that is not kept, to count it
   * @param secret whether what is sent to a model of this name may not be recorded
   */
  public FailedAttempts(
      Journal journal, Ids ids, int perSecond, Runnable beyond, Predicate<String> secret) {
    this.journal = journal;
    this.ids = ids;
    this.perSecond = perSecond;
    this.beyond = beyond;
    this.secret = secret;
  }

  /**
   * Notes an attempt; never waits and never throws.
   *
   * @param model as the client named it
   * @param reason the problem's type and sentence
   * @param input what was sent, of which at most 2 KiB are kept
   */
  public void note(long request, String model, String reason, byte[] input) {
    if (!admitted()) {
      beyondLimit.increment();
      beyond.run();
      return;
    }
    if (secret.test(model)) {
      keep(request, model, "refused; of a model with private inputs no more is kept", "");
      return;
    }
    String text =
        new String(
            Arrays.copyOf(input, Math.min(input.length, MOST_INPUT)), StandardCharsets.UTF_8);
    keep(request, model, reason, text);
  }

  private void keep(long request, String model, String reason, String text) {
    journal.enqueue(
        new Entry.Failed(
            ids.next(),
            request,
            cut(model, MOST_MODEL),
            cut(reason, MOST_REASON),
            cut(text, MOST_INPUT)));
  }

  /** Attempts above the limit, not kept, since the start. */
  public long beyond() {
    return beyondLimit.sum();
  }

  private boolean admitted() {
    long second = (System.nanoTime() - start) / 1_000_000_000;
    long next =
        secondAndCount.updateAndGet(
            old -> old >>> COUNT_BITS == second ? old + 1 : second << COUNT_BITS | 1);
    return (next & (1 << COUNT_BITS) - 1) <= perSecond;
  }

  /** Cut to length without halving a character, and without NUL, which PostgreSQL refuses. */
  private static String cut(String text, int most) {
    int end = Math.min(text.length(), most);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).replace('\0', '\uFFFD');
  }
}
