package dev.perennial.web;

import dev.perennial.log.JournalException;
import dev.perennial.log.Patience;
import dev.perennial.log.Source;
import dev.perennial.serving.ArffSheet;
import dev.perennial.serving.BatchRun;
import dev.perennial.serving.CsvSheet;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.Live;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.serving.Predictor;
import dev.perennial.serving.Sheet;
import dev.perennial.serving.WrongColumns;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers tables of any length while they arrive, in constant memory: every row is in the journal
 * before its answer leaves. A table that cannot be read on, an idle client, a stop and a journal
 * that takes nothing end the answer with a row that says so; but for the first, the response is
 * broken off as well, so that no program takes it for whole. Safe for use by many threads.
 */
public final class Batches {
  private static final Logger logger = LoggerFactory.getLogger(Batches.class);

  /** So much of a table that is refused is read and thrown away: else its sender never sees why. */
  private static final int GRACE = 4 << 20;

  private final Predictor predictor;
  private final FailedAttempts failed;
  private final Patience patience;
  private final Path folder;
  private final long disk;
  private final Semaphore places;

  /**
   * @param patience how long to wait for the next row, for the client and for the journal
   * @param folder where answers wait that a client does not take yet
   * @param disk how many bytes of them for each batch
   * @param atOnce how many batches are answered at the same time
   */
  public Batches(
      Predictor predictor,
      FailedAttempts failed,
      Patience patience,
      Path folder,
      long disk,
      int atOnce) {
    this.predictor = predictor;
    this.failed = failed;
    this.patience = patience;
    this.folder = folder;
    this.disk = disk;
    places = new Semaphore(atOnce);
    tidy(folder);
  }

  /** Removes what a run that was killed left behind. */
  private static void tidy(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      logger.warn("the folder of tables cannot be tidied: {}", e.getMessage());
    }
  }

  /** How a table is written. */
  public enum Format {
    CSV("text/csv"),
    ARFF("text/x-arff");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    /** The content type that announces it. */
    public String type() {
      return type;
    }

    public static Format ofType(String type) {
      return type.equals(ARFF.type) ? ARFF : CSV;
    }

    /** By the ending of a file's name. */
    public static Format ofFile(String name) {
      return name.toLowerCase(Locale.ROOT).endsWith(".arff") ? ARFF : CSV;
    }
  }

  /**
   * What a sender asks for.
   *
   * @param format of the table; the answer is CSV in any case
   * @param warnings whether the answer has a column for them
   * @param file the name under which a browser keeps the answer, in letters that a header takes
   */
  public record Wanted(Format format, boolean warnings, Optional<String> file) {}

  /**
   * Answers a table.
   *
   * @param body the table, which need not be the request's whole body
   * @throws ProblemException if nothing was answered
   * @throws IOException if the answer had begun and was broken off
   */
  public void answer(
      Live live,
      Wanted wanted,
      InputStream body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!places.tryAcquire()) {
      throw Problem.unavailable(Said.of("said.as-many-batches")).asException();
    }
    try {
      Intake intake = new Intake(body);
      Sheet sheet = open(live, wanted.format(), intake);
      Exchange exchange = Exchange.of(request);
      exchange.begunToStream();
      response.setContentType("text/csv;charset=UTF-8");
      wanted
          .file()
          .map(name -> "attachment; filename=\"" + name + '"')
          .ifPresent(disposition -> response.setHeader("Content-Disposition", disposition));
      var csv = new AnswerCsv(live.inputs().schema(), sheet, wanted.warnings());
      stream(live, exchange.id(), sheet, intake, csv, response);
    } finally {
      places.release();
    }
  }

  private static Sheet open(Live live, Format format, Intake intake) throws IOException {
    try {
      return format == Format.ARFF
          ? ArffSheet.open(live.inputs(), intake)
          : CsvSheet.open(live.inputs(), intake);
    } catch (MalformedCsv e) {
      throw refused(
          intake,
          Problem.of(
              format == Format.ARFF ? Problem.Type.MALFORMED_ARFF : Problem.Type.MALFORMED_CSV,
              e.sentence()));
    } catch (WrongColumns e) {
      throw refused(intake, Problem.wrongColumns(e.errors()));
    } catch (UncheckedIOException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.body-broke-off")).asException();
    }
  }

  private static ProblemException refused(Intake intake, Problem problem) throws IOException {
    try {
      intake.skip(GRACE);
    } catch (Broken e) {
      logger.debug("the rest of a refused table did not come", e);
    }
    return problem.asException();
  }

  private void stream(
      Live live,
      long request,
      Sheet sheet,
      Intake intake,
      AnswerCsv csv,
      HttpServletResponse response)
      throws IOException {
    var watch = new Watch(patience, intake);
    try (Spool spool = new Spool(folder, disk);
        Outlet outlet = new Outlet(spool, watch)) {
      BatchRun run =
          new BatchRun(
              predictor,
              live,
              Source.CSV,
              request,
              patience,
              (lines, outcome) -> {
                watch.progressed();
                put(outlet, csv.rows(lines, outcome));
              });
      intake.flushBefore(() -> flush(run));
      outlet.start(response.getOutputStream());
      put(outlet, csv.header());
      try {
        run(run, sheet);
      } catch (MalformedCsv e) {
        put(outlet, csv.end(e.sentence().english() + " Nothing from there on was read."));
      } catch (Broken e) {
        put(outlet, csv.end(e.sentence() + " What comes after these rows was not answered."));
        outlet.finish();
        throw e;
      } finally {
        note(run, request, live.model().id().model());
      }
      outlet.finish();
    }
  }

  private static void run(BatchRun run, Sheet sheet) throws MalformedCsv, IOException {
    try {
      run.run(sheet);
    } catch (JournalException e) {
      throw unrecorded(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Below the reader, where only what it expects of a stream comes through. */
  private static void flush(BatchRun run) throws IOException {
    try {
      run.flush();
    } catch (JournalException e) {
      throw unrecorded(e);
    }
  }

  private static Broken unrecorded(JournalException e) {
    logger.warn("a batch is broken off: {}", e.getMessage());
    return new Broken("Nothing can be recorded at present.", e);
  }

  private void put(Outlet outlet, byte[] chunk) throws IOException {
    long start = System.nanoTime();
    while (!outlet.put(chunk)) {
      if (patience.isOver(start)) {
        throw new Broken("The answers were not taken for too long.");
      }
    }
  }

  private void note(BatchRun run, long request, String model) {
    if (run.refused() > 0) {
      String reason = run.refused() + " of " + run.rows() + " rows of a batch were refused";
      failed.note(request, model, reason, run.refusedText().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Ends the intake when a stop begins, or when no whole row has come for too long. */
  private static final class Watch implements Runnable {
    private final Patience patience;
    private final Intake intake;
    private volatile long progress = System.nanoTime();

    Watch(Patience patience, Intake intake) {
      this.patience = patience;
      this.intake = intake;
    }

    void progressed() {
      progress = System.nanoTime();
    }

    @Override
    public void run() {
      if (patience.stopping().getAsBoolean()) {
        intake.end("The server is stopping.");
      } else if (patience.isOver(progress)) {
        intake.end("No whole row came for %d seconds.".formatted(patience.atMost().toSeconds()));
      }
    }
  }
}
