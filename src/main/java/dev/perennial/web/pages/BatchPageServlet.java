package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Batches;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /models/{model}/batch}: takes a file of many rows and gives the answers as a file. Safe
 * for use by many threads.
 */
public final class BatchPageServlet extends HttpServlet {
  private static final String FILE = "table";
  private final transient LiveModels models;
  private final transient Batches batches;
  private final transient FailedAttempts failed;

  public BatchPageServlet(LiveModels models, Batches batches, FailedAttempts failed) {
    this.models = models;
    this.batches = batches;
    this.failed = failed;
  }

  /**
   * The page.
   *
   * @param example the names of the columns in a first line, and a row that could follow
   * @param target whose column is passed over
   * @param problem what is wrong with the file that was sent, or ""
   * @param faults more of it, one sentence each
   */
  public record View(
      String model,
      int version,
      String title,
      String target,
      String example,
      String problem,
      List<String> faults) {

    static View of(Live live, String problem, List<String> faults) {
      var sample = live.sample();
      List<Feature> features = live.inputs().schema().features();
      return new View(
          live.model().id().model(),
          live.model().id().version(),
          live.model().manifest().title(),
          live.inputs().schema().target().name(),
          line(features.stream().map(Feature::name).toList()) + "\n" + line(sample.values()),
          problem,
          faults);
    }

    private static String line(Collection<String> cells) {
      return cells.stream().map(View::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
      boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Page.show(request, response, "batch", View.of(live(request), "", List.of()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Live live = live(request);
    MediaType.require(request, "multipart/form-data");
    try (InputStream table = open(request)) {
      String name = live.model().id().model() + "-answers.csv";
      var wanted = new Batches.Wanted(format(request), true, Optional.of(plain(name)));
      batches.answer(live, wanted, table, request, response);
    } catch (ProblemException e) {
      Problem problem = e.problem();
      failed.note(
          Exchange.of(request).id(), live.model().id().model(), problem.reason(), new byte[0]);
      response.setStatus(problem.type().status());
      Language in = Language.of(request);
      List<String> faults =
          problem.errors().stream().map(error -> in.said(error.sentence())).toList();
      Page.show(request, response, "batch", View.of(live, in.said(problem.detail()), faults));
    }
  }

  private Live live(HttpServletRequest request) {
    return Doorway.live(models, Exchange.of(request).parameter("model"));
  }

  /** A header takes no quotes and nothing beyond ASCII. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static Batches.Format format(HttpServletRequest request) throws ServletException {
    @Nullable String name = part(request).getSubmittedFileName();
    return Batches.Format.ofFile(name == null ? "" : name);
  }

  private static InputStream open(HttpServletRequest request) throws ServletException, IOException {
    Part part = part(request);
    if (part.getSize() == 0) {
      throw Problem.of(Problem.Type.INVALID_INPUT, Said.of("said.choose-a-file")).asException();
    }
    return part.getInputStream();
  }

  /** Containers report what is wrong with the parts in exceptions of their own. */
  private static Part part(HttpServletRequest request) throws ServletException {
    @Nullable Part part;
    try {
      part = request.getPart(FILE);
    } catch (IOException | IllegalStateException e) {
      throw Problem.of(Problem.Type.TOO_LARGE, Said.of("said.upload-too-large")).asException();
    }
    if (part == null) {
      throw Problem.of(Problem.Type.INVALID_INPUT, Said.of("said.choose-a-file-first"))
          .asException();
    }
    return part;
  }
}
