package dev.perennial.web;

import dev.perennial.log.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends the answers of a batch on a thread of its own, so that a client that does not read does not
 * keep the batch from being read: else both could wait for each other for ever. One thread puts.
 */
final class Outlet implements AutoCloseable {
  private static final long BEAT_MILLIS = 100;
  private final Spool spool;
  private final Runnable beat;
  private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
  private @Nullable Thread sender;

  /**
   * @param beat is run by the sending thread after each chunk, and ten times a second while there
   *     is none
   */
  Outlet(Spool spool, Runnable beat) {
    this.spool = spool;
    this.beat = beat;
  }

  void start(OutputStream to) {
    Thread thread = new Thread(() -> send(to), "perennial-batch");
    thread.setDaemon(true);
    thread.start();
    sender = thread;
  }

  private void send(OutputStream to) {
    try {
      for (Optional<byte[]> next = spool.take(BEAT_MILLIS);
          next.isPresent();
          next = spool.take(BEAT_MILLIS)) {
        if (next.get().length > 0) {
          to.write(next.get());
          if (spool.isEmpty()) {
            to.flush();
          }
        }
        beat.run();
      }
      to.flush();
    } catch (IOException | RuntimeException | InterruptedException e) {
      fault.set(e);
    }
  }

  /**
   * Takes a chunk.
   *
   * @return false if there was no room for a tenth of a second
   * @throws Broken if the client is gone
   */
  boolean put(byte[] chunk) throws IOException {
    check();
    try {
      return spool.put(chunk, BEAT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("The server is stopping.", e);
    }
  }

  private void check() throws Broken {
    Exception known = fault.get();
    if (known != null) {
      throw new Broken("The client took no more answers.", known);
    }
  }

  /**
   * Waits until all is sent.
   *
   * @throws Broken if the client did not take it
   */
  void finish() throws IOException {
    spool.end();
    if (sender != null) {
      Threads.join(sender);
    }
    check();
  }

  @Override
  public void close() throws IOException {
    spool.end();
    if (sender != null && sender.isAlive()) {
      sender.interrupt();
      Threads.join(sender);
    }
    spool.close();
  }
}
