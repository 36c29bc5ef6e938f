package dev.perennial.web.pages;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest answers that forms were given, in memory alone: so that loading an answer's page again
 * shows it again and asks nothing. The key, of which only the asking browser is told, opens one.
 * Safe for use by many threads.
 */
public final class KeptAnswers {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int KEY_BYTES = 16;

  /**
   * Of all answers together, by what each of them takes at most: a page, and ten times its form.
   */
  private static final long MOST_BYTES = 32 << 20;

  private static final int PAGE_BYTES = 8_000;
  private static final int TIMES_A_FORM = 10;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private long bytes;

  /**
   * An answer.
   *
   * @param account that asked; "" if it was nobody known
   * @param bytes that it takes
   */
  private record Kept(AnswerView view, String account, long bytes, Instant until) {}

  public KeptAnswers(Clock clock) {
    this.clock = clock;
  }

  /**
   * Keeps an answer for ten minutes, or until many newer ones need its room.
   *
   * @param account that asked; "" if it was nobody known
   * @param size of the form, in bytes
   * @return the path of its page, without the context path
   */
  synchronized String keep(AnswerView view, String account, int size) {
    Instant now = clock.instant();
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String text = HexFormat.of().formatHex(key);
    long takes = PAGE_BYTES + (long) TIMES_A_FORM * size;
    kept.put(text, new Kept(view, account, takes, now.plus(LIFE)));
    bytes += takes;
    makeRoom(now);
    return "/answers/" + view.id() + "/" + text;
  }

  /** The answer, for whoever has its key; one that an account was given, for that account alone. */
  synchronized Optional<AnswerView> find(String prediction, String key, String account) {
    makeRoom(clock.instant());
    return Optional.ofNullable(kept.get(key))
        .filter(one -> one.view().id().equals(prediction))
        .filter(one -> one.account().isEmpty() || one.account().equals(account))
        .map(Kept::view);
  }

  private void makeRoom(Instant now) {
    var eldest = kept.values().iterator();
    while (eldest.hasNext()) {
      Kept one = eldest.next();
      if (bytes <= MOST_BYTES && now.isBefore(one.until())) {
        return;
      }
      eldest.remove();
      bytes -= one.bytes();
    }
  }
}
