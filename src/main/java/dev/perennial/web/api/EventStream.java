package dev.perennial.web.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that grows, event by event, written without waiting: what the connection cannot take is
 * replaced by what comes next. Safe for use by many threads; it writes under its lock.
 */
final class EventStream implements WriteListener, AsyncListener {
  private static final Logger logger = LoggerFactory.getLogger(EventStream.class);
  private static final byte[] NOTHING = {};

  private final long run;
  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Collection<EventStream> open;
  private byte[] next = NOTHING;
  private boolean begun;
  private boolean unflushed;
  private boolean last;
  private boolean done;

  private EventStream(
      long run, AsyncContext context, ServletOutputStream out, Collection<EventStream> open) {
    this.run = run;
    this.context = context;
    this.out = out;
    this.open = open;
  }

  /**
   * Sets the request aside. The stream stands in {@code open} until it ends: by {@link #end}, with
   * its connection, or after the time.
   */
  static void open(
      long run, HttpServletRequest request, Duration longest, Collection<EventStream> open)
      throws IOException {
    AsyncContext context = request.startAsync();
    context.setTimeout(longest.toMillis());
    ServletOutputStream out = context.getResponse().getOutputStream();
    EventStream stream = new EventStream(run, context, out, open);
    context.addListener(stream);
    open.add(stream);
    out.setWriteListener(stream);
  }

  long run() {
    return run;
  }

  /** Sends the event as soon as it can be taken, and then ends if it is the last. */
  synchronized void send(byte[] event, boolean andEnd) {
    next = event;
    last |= andEnd;
    write();
  }

  /** Ends the answer now; what could not be sent yet is lost. */
  synchronized void end() {
    last = true;
    if (begun) {
      complete();
    }
  }

  /** The container calls first when it has set the request aside: nothing is written before. */
  @Override
  public synchronized void onWritePossible() {
    begun = true;
    write();
  }

  private void write() {
    try {
      while (begun && !done && out.isReady()) {
        if (next.length > 0) {
          byte[] event = next;
          next = NOTHING;
          unflushed = true;
          out.write(event);
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else if (last) {
          complete();
        } else {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      logger.debug("who followed run {} is gone", run, e);
      complete();
    }
  }

  private synchronized void complete() {
    if (!done) {
      done = true;
      open.remove(this);
      try {
        context.complete();
      } catch (IllegalStateException e) {
        logger.debug("the container has ended the stream of run {} already", run, e);
      }
    }
  }

  @Override
  public void onError(Throwable cause) {
    complete();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    complete();
  }

  @Override
  public void onError(AsyncEvent event) {
    complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    open.remove(this);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is set aside once only.
  }
}
