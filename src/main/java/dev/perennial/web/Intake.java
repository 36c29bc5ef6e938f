package dev.perennial.web;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a batch while it arrives. One thread reads; another may end it, which wakes the
 * reader from its wait for the client.
 */
final class Intake extends InputStream {
  /** What is to be done before each wait for more. */
  interface Flush {
    void run() throws IOException;
  }

  private final InputStream body;
  private Flush before = () -> {};

  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable Thread waiting;

  @GuardedBy("lock")
  private @Nullable String ended;

  Intake(InputStream body) {
    this.body = body;
  }

  /** Answers what has arrived before more is waited for. */
  void flushBefore(Flush flush) {
    before = flush;
  }

  /** Ends the body here; the reader learns why. */
  void end(String why) {
    synchronized (lock) {
      if (ended == null) {
        ended = why;
        if (waiting != null) {
          waiting.interrupt();
        }
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Containers report a broken chunk or length in exceptions of their own, checked or not. */
  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    before.run();
    begin();
    try {
      return body.read(to, offset, length);
    } catch (IOException | RuntimeException e) {
      synchronized (lock) {
        throw new Broken(ended == null ? why(e) : ended, e);
      }
    } finally {
      settle();
    }
  }

  /** Containers do not wait for a body for ever, and not for long once they stop. */
  private static String why(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
        return "Nothing more of the table came for too long.";
      }
    }
    return "The body broke off or is badly chunked.";
  }

  private void begin() throws Broken {
    synchronized (lock) {
      if (ended != null) {
        throw new Broken(ended);
      }
      waiting = Thread.currentThread();
    }
  }

  /** The interrupt that woke the reader is not left to disturb what it does next. */
  private void settle() {
    synchronized (lock) {
      waiting = null;
      if (ended != null) {
        Thread.interrupted();
      }
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }
}
