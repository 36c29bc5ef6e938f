package dev.perennial.web.pages;

import dev.perennial.model.VersionId;
import dev.perennial.web.Exchange;
import dev.perennial.web.Imports;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Upload;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /admin/imports}: takes finished versions. Safe for use by many threads. */
public final class ImportServlet extends HttpServlet {
  private static final int FILES = 2;
  private final transient Imports imports;

  public ImportServlet(Imports imports) {
    this.imports = imports;
  }

  /**
   * The page.
   *
   * @param models whether .model files are taken
   * @param session whether the caller is signed in, and the password is the account's
   * @param problems why nothing was imported, a sentence each
   * @param model the name that was typed
   * @param target the attribute that was typed
   */
  public record View(
      boolean models,
      boolean session,
      String most,
      List<String> problems,
      String model,
      String target) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Page.show(request, response, "import", view(request, List.of(), "", ""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String model = "";
    String target = "";
    try {
      Upload upload = Upload.of(request, FILES, imports.most());
      model = upload.text("model");
      target = upload.text("target");
      VersionId made = take(upload, request);
      Done.IMPORTED.at(request, response, "/models/" + made.model() + "/versions");
    } catch (ProblemException e) {
      Problem problem = e.problem();
      problem.headers().forEach(response::setHeader);
      response.setStatus(problem.type().status());
      Language in = Language.of(request);
      List<String> said =
          problem.errors().isEmpty()
              ? List.of(in.said(problem.detail()))
              : problem.errors().stream().map(error -> in.said(error.fault())).toList();
      Page.show(request, response, "import", view(request, said, model, target));
    }
  }

  private VersionId take(Upload upload, HttpServletRequest request) throws IOException {
    if (upload.text("act").equals("model")) {
      return imports.model(upload, Exchange.of(request));
    }
    Optional<Part> zip = upload.file("zip");
    if (zip.isEmpty()) {
      throw Problem.of(Problem.Type.INVALID_INPUT, Said.of("said.choose-the-zip")).asException();
    }
    return imports.zip(zip.get().getInputStream(), Exchange.of(request));
  }

  private View view(
      HttpServletRequest request, List<String> problems, String model, String target) {
    Language in = Language.of(request);
    String most = in.say("bring.mib", in.numbers().count(Math.max(1, imports.most() >> 20)));
    boolean session = !Exchange.of(request).account().isEmpty();
    return new View(imports.takesModels(), session, most, problems, model, target);
  }
}
