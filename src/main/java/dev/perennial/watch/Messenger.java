package dev.perennial.watch;

import dev.perennial.db.DatabaseException;
import dev.perennial.log.Threads;
import dev.perennial.watch.Deliveries.Delivery;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in {@link Deliveries}, on a thread of its own that nothing interrupts: a slow
 * target delays neither the monitor nor anything else. At least once: a target that took a delivery
 * and did not say so gets it again, under the same number.
 */
public final class Messenger implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Messenger.class);

  static final int MOST_ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int GROWTH = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final Deliveries deliveries;
  private final Clock clock;
  private final WebhookPost post;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Threads.named("perennial-webhook"));

  public Messenger(Deliveries deliveries, Webhook webhook, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.post = new WebhookPost(webhook, PATIENCE);
  }

  /** Begins to look for what is to be sent. */
  public void start() {
    long millis = LOOK_EVERY.toMillis();
    var unused =
        executor.scheduleWithFixedDelay(
            () -> logged(this::sendDue), millis, millis, TimeUnit.MILLISECONDS);
    unused =
        executor.scheduleWithFixedDelay(
            () -> logged(() -> deliveries.sweep(clock.instant())), 1, 60, TimeUnit.MINUTES);
  }

  private static void logged(Runnable work) {
    try {
      work.run();
    } catch (DatabaseException e) {
      logger.warn("webhooks wait for the database: {}", e.getMessage());
    } catch (RuntimeException e) {
      logger.error("webhooks are not sent and will be tried again", e);
    }
  }

  /** Sends in order what is due; a failure ends the round, since the next would fail too. */
  void sendDue() {
    for (Delivery delivery : deliveries.due(clock.instant())) {
      if (executor.isShutdown() || !send(delivery)) {
        return;
      }
    }
  }

  private boolean send(Delivery delivery) {
    Instant now = clock.instant();
    String trouble;
    try {
      int status = post.send(delivery.id(), delivery.body(), now.getEpochSecond());
      if (status >= 200 && status < 300) {
        deliveries.attempted(delivery, Deliveries.DELIVERED, now, "answered " + status);
        return true;
      }
      trouble = "answered " + status;
    } catch (UnknownHostException e) {
      trouble = "the host's name is not known";
    } catch (IOException e) {
      trouble = String.valueOf(e.getMessage());
    }
    boolean last = delivery.attempts() + 1 >= MOST_ATTEMPTS;
    deliveries.attempted(
        delivery,
        last ? Deliveries.GIVEN_UP : Deliveries.WAITING,
        now.plus(pause(delivery.attempts())),
        trouble);
    logger.warn(
        "webhook delivery {} did not arrive (attempt {} of {}): {}",
        delivery.id(),
        delivery.attempts() + 1,
        MOST_ATTEMPTS,
        trouble);
    return false;
  }

  /** 10 s, 30 s, 90 s and so on: the last of eight attempts comes about three hours later. */
  static Duration pause(int attemptsBefore) {
    return FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, attemptsBefore));
  }

  /** Lets an attempt in progress end; what still waits is sent after the next start. */
  @Override
  public void close() {
    if (!Threads.end(executor, PATIENCE.multipliedBy(3))) {
      logger.warn("a webhook was still being sent when the stop went on");
    }
  }
}
