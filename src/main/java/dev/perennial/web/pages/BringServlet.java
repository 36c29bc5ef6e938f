package dev.perennial.web.pages;

import dev.perennial.serving.MalformedCsv;
import dev.perennial.training.Draft;
import dev.perennial.training.Drafts;
import dev.perennial.web.Exchange;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /admin/models}: takes a table to make a model from. Safe for use by many threads. */
public final class BringServlet extends HttpServlet {
  private static final String FILE = "table";
  private static final int LONGEST_NAME = 200;
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
    static Line of(Draft draft) {
      Draft.Look look = draft.look();
      String state =
          switch (look.state()) {
            case GIVEN -> look.faults().isEmpty() ? "to be checked" : "to be corrected";
            case TRAINING -> "is being trained";
            case TRAINED -> "trained, does not answer yet";
            case DEPLOYING -> "begins to answer";
            case DEPLOYED -> "answers";
          };
      return new Line(draft.id(), draft.file(), look.wish().model(), state);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Page.show(request, response, "bring", view(""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      Redirect.to(request, response, "/admin/models/" + take(request).id());
    } catch (ProblemException e) {
      response.setStatus(e.problem().type().status());
      Page.show(request, response, "bring", view(e.problem().detail()));
    }
  }

  private View view(String problem) {
    String most = "%,d MiB".formatted(Math.max(1, mostBytes >> 20));
    return new View(drafts.all().stream().map(Line::of).toList(), most, problem);
  }

  private Draft take(HttpServletRequest request) throws ServletException, IOException {
    MediaType.require(request, "multipart/form-data");
    Part part = part(request);
    try {
      String actor = Exchange.of(request).caller().actor();
      return drafts.add(name(part), part::getInputStream, actor);
    } catch (MalformedCsv e) {
      throw Problem.of(Problem.Type.INVALID_INPUT, e.sentence()).asException();
    } catch (UncheckedIOException e) {
      throw broken();
    }
  }

  /** The last part of it, for people and for the model's first name: no path is made of it. */
  private static String name(Part part) {
    @Nullable String sent = part.getSubmittedFileName();
    String name = sent == null ? "" : sent.replaceAll("^.*[/\\\\]", "");
    String shown = name.replaceAll("\\p{C}", "");
    return shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }

  /** Containers report what is wrong with the parts in exceptions of their own. */
  private Part part(HttpServletRequest request) throws ServletException {
    if (request.getContentLengthLong() > mostBytes + (1 << 16)) {
      throw tooLarge();
    }
    @Nullable Part part;
    try {
      part = request.getPart(FILE);
    } catch (IOException | ServletException | IllegalStateException e) {
      throw isBound(e) ? tooLarge() : broken();
    }
    if (part == null || part.getSize() == 0) {
      String detail = "Choose a file that is not empty.";
      throw Problem.of(Problem.Type.INVALID_INPUT, detail).asException();
    }
    return part;
  }

  /** The servlet's own exception for a part beyond its bound; Jetty wraps it. */
  private static boolean isBound(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        return true;
      }
    }
    return false;
  }

  private ProblemException tooLarge() {
    String detail =
        "The file is larger than %,d bytes, which is as much as this server takes: give fewer rows."
            .formatted(mostBytes);
    return Problem.of(Problem.Type.TOO_LARGE, detail).asException();
  }

  private static ProblemException broken() {
    String detail = "The upload broke off, or is not what a form with a file sends: try again.";
    return Problem.of(Problem.Type.BAD_REQUEST, detail).asException();
  }
}
