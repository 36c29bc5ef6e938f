package dev.perennial.web.filter;

import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import dev.perennial.words.Said;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests in progress until they are answered, and once a stop has begun lets only the
 * probes in. Safe for use by many threads.
 */
public final class Gate extends HttpFilter {
  private static final long PAUSE_MILLIS = 5;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean stopping;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.REQUEST || isProbe(request)) {
      chain.doFilter(request, response);
      return;
    }
    inFlight.incrementAndGet();
    try {
      if (stopping) {
        response.setHeader("Connection", "close");
        Problems.send(request, response, Problem.unavailable(Said.of("said.stopping")));
      } else {
        chain.doFilter(request, response);
      }
    } finally {
      Afterwards.run(request, inFlight::decrementAndGet);
    }
  }

  /** The probes stand at /health/ and, as the inference protocol names them, at /v2/health/. */
  private static boolean isProbe(HttpServletRequest request) {
    @Nullable String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    return path.startsWith("/health/") || path.startsWith("/v2/health/");
  }

  /** From now on requests are turned away. */
  public void stop() {
    stopping = true;
  }

  public boolean isStopping() {
    return stopping;
  }

  public int inFlight() {
    return inFlight.get();
  }

  /** Waits until no request is in progress; false if it took longer. */
  public boolean awaitIdle(Duration atMost) {
    long start = System.nanoTime();
    boolean interrupted = false;
    while (inFlight.get() > 0 && System.nanoTime() - start < atMost.toNanos()) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return inFlight.get() == 0;
  }
}
