package dev.perennial.web.api;

import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.web.Problem;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who follow a run how it goes. Who follows holds a connection and no thread; who reads
 * too slowly misses what is out of date. Safe for use by many threads.
 *
 * <p>An event is {@code progress} or, as the last one, {@code end}; its data is one line of JSON.
 */
public final class RunEvents implements AutoCloseable {
  /** More are refused. */
  static final int MOST = 64;

  /** So long a stream lasts; a browser then asks again. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private final Runs runs;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private boolean closed;

  public RunEvents(Runs runs) {
    this.runs = runs;
  }

  /**
   * Sets the request aside, and answers it while the run goes on.
   *
   * @throws dev.perennial.web.ProblemException with 503 if too many follow already
   */
  void follow(long run, HttpServletRequest request) throws IOException {
    synchronized (this) {
      if (closed || open.size() >= MOST) {
        throw Problem.unavailable(
                Said.verbatim(
                    "At most %d may follow runs at a time: ask for /api/v1/runs/%d now and then instead."
                        .formatted(MOST, run)))
            .asException();
      }
      EventStream.open(run, request, LONGEST, open);
    }
    tell();
  }

  /** Sends everybody the latest; to be called about once a second. */
  public void tell() {
    Map<Long, Optional<Run>> found = new HashMap<>();
    for (EventStream stream : List.copyOf(open)) {
      Optional<Run> run = found.computeIfAbsent(stream.run(), runs::find);
      if (run.isPresent()) {
        boolean last = run.get().state().hasEnded();
        stream.send(event(run.get(), last), last);
      } else {
        stream.end();
      }
    }
  }

  private byte[] event(Run run, boolean last) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    String head = "retry: 2000\nevent: %s\ndata: ".formatted(last ? "end" : "progress");
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(RunDocument.tick(run, runs));
    out.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** How many follow at present. */
  int following() {
    return open.size();
  }

  /** Ends all streams; none begins from now on. */
  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(EventStream::end);
  }
}
