package dev.perennial.web.pages;

import dev.perennial.serving.MalformedCsv;
import dev.perennial.training.Draft;
import dev.perennial.training.Drafts;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Redirect;
import dev.perennial.web.Upload;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** {@code /admin/models}: takes a table to make a model from. Safe for use by many threads. */
public final class BringServlet extends HttpServlet {
  private static final String FILE = "table";
  private final transient Drafts drafts;
  private final long mostBytes;

  /**
   * @param mostBytes of a file
   */
  public BringServlet(Drafts drafts, long mostBytes) {
    this.drafts = drafts;
    this.mostBytes = mostBytes;
  }

  /**
   * The page.
   *
   * @param problem why the file that was sent is not taken, or ""
   */
  public record View(List<Line> drafts, String most, String problem) {}

  /** A table on its way. */
  public record Line(long id, String file, String model, String state) {
    static Line of(Draft draft, Language in) {
      Draft.Look look = draft.look();
      String state =
          switch (look.state()) {
            case GIVEN ->
                look.faults().isEmpty()
                    ? in.say("bring.to-be-checked")
                    : in.say("bring.to-be-corrected");
            case TRAINING -> in.say("bring.is-being-trained");
            case TRAINED -> in.say("bring.does-not-answer-yet");
            case DEPLOYING -> in.say("bring.begins-to-answer");
            case DEPLOYED -> in.say("bring.answers");
          };
      return new Line(draft.id(), draft.file(), look.wish().model(), state);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Done.say(request);
    Page.show(request, response, "bring", view(request, ""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Redirect.to(request, response, "/admin/models/" + take(request).id());
    } catch (ProblemException e) {
      response.setStatus(e.problem().type().status());
      Page.show(
          request,
          response,
          "bring",
          view(request, Language.of(request).said(e.problem().detail())));
    }
  }

  private View view(HttpServletRequest request, String problem) {
    Language in = Language.of(request);
    String most = in.say("bring.mib", in.numbers().count(Math.max(1, mostBytes >> 20)));
    return new View(drafts.all().stream().map(draft -> Line.of(draft, in)).toList(), most, problem);
  }

  private Draft take(HttpServletRequest request) throws IOException {
    Optional<Part> part = Upload.of(request, 1, mostBytes).file(FILE);
    if (part.isEmpty()) {
      throw Problem.of(Problem.Type.INVALID_INPUT, Said.of("said.choose-a-file")).asException();
    }
    try {
      String actor = Exchange.of(request).caller().actor();
      return drafts.add(Upload.name(part.get()), part.get()::getInputStream, actor);
    } catch (MalformedCsv e) {
      throw Problem.of(Problem.Type.INVALID_INPUT, e.sentence()).asException();
    } catch (UncheckedIOException e) {
      throw Upload.broken();
    }
  }
}
