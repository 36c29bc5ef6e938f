package dev.perennial.serving;

import dev.perennial.log.JournalException;
import dev.perennial.log.Patience;
import dev.perennial.log.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers a sheet block by block while it arrives: each block is in the journal before it goes to
 * the sink. Holds one block at a time. For one thread.
 */
public final class BatchRun {
  private static final int MOST_ROWS = 512;
  private static final int MOST_REFUSED_KEPT = 2_048;

  /** Takes blocks in the order of the rows. */
  public interface Sink {
    void take(List<Sheet.Line> lines, Outcome outcome) throws IOException;
  }

  private final Predictor predictor;
  private final Live live;
  private final Source source;
  private final long request;
  private final Patience patience;
  private final Sink sink;
  private final List<Sheet.Line> pending = new ArrayList<>();
  private final StringBuilder refusedText = new StringBuilder();
  private long rows;
  private long refused;
  private long blocks;
  private long parseNanos;
  private long timedRows;

  /**
   * @param request the id of the request that carries the sheet
   * @param patience how long to wait while the journal takes nothing
   */
  public BatchRun(
      Predictor predictor, Live live, Source source, long request, Patience patience, Sink sink) {
    this.predictor = predictor;
    this.live = live;
    this.source = source;
    this.request = request;
    this.patience = patience;
    this.sink = sink;
  }

  /**
   * Answers all rows up to the end of the sheet.
   *
   * @throws MalformedCsv if the text cannot be read on; what stood before has been answered
   * @throws JournalException if the journal took nothing for too long
   * @throws IOException if the text breaks off or the sink fails
   */
  public void run(Sheet sheet) throws MalformedCsv, IOException {
    try {
      Optional<Sheet.Line> next = timed(sheet);
      while (next.isPresent()) {
        pending.add(next.get());
        if (pending.size() >= MOST_ROWS) {
          flush();
        }
        next = timed(sheet);
      }
    } finally {
      flush();
    }
  }

  /** Only rows that were here already tell how long a row takes to read. */
  private Optional<Sheet.Line> timed(Sheet sheet) throws MalformedCsv {
    long before = blocks;
    long start = System.nanoTime();
    Optional<Sheet.Line> line = sheet.next();
    if (blocks == before) {
      parseNanos += System.nanoTime() - start;
      timedRows++;
    }
    return line;
  }

  /**
   * Answers what has arrived; to be called before a wait for more.
   *
   * @throws JournalException if the journal took nothing for too long
   */
  public void flush() throws IOException {
    blocks++;
    if (pending.isEmpty()) {
      return;
    }
    List<Sheet.Line> block = List.copyOf(pending);
    pending.clear();
    long parse = timedRows == 0 ? 0 : parseNanos / timedRows;
    Batch batch = new Batch(false, block.stream().map(Sheet.Line::row).toList());
    Outcome outcome = predictor.patiently(live, source, request, batch, parse, patience);
    rows += block.size();
    for (int i = 0; i < block.size(); i++) {
      if (!(outcome.answers().get(i) instanceof Answer.Predicted)) {
        refuse(block.get(i));
      }
    }
    sink.take(block, outcome);
  }

  private void refuse(Sheet.Line line) {
    refused++;
    if (refusedText.length() < MOST_REFUSED_KEPT) {
      refusedText.append(String.join(",", line.cells())).append('\n');
    }
  }

  /** How many rows have been answered or refused. */
  public long rows() {
    return rows;
  }

  /** How many of them have no answer. */
  public long refused() {
    return refused;
  }

  /** The first of those as they came. */
  public String refusedText() {
    return refusedText.toString();
  }
}
