package dev.perennial.web.pages;

import dev.perennial.model.Kind;
import dev.perennial.training.Draft;
import dev.perennial.training.Drafts;
import dev.perennial.training.Wish;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code /admin/models/{draft}}: what was found in a table, its correction, training, and
 * deployment. Safe for use by many threads.
 */
public final class DraftServlet extends HttpServlet {
  private final transient Drafts drafts;
  private final transient Clock clock;

  public DraftServlet(Drafts drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    DraftView view = DraftView.of(draft(request), clock.instant(), Language.of(request));
    if (view.busy()) {
      response.setHeader("Refresh", "2");
    }
    Page.show(request, response, "draft", view);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Draft draft = draft(request);
    Fields fields = Fields.read(request);
    String actor = Exchange.of(request).caller().actor();
    String here = "/admin/models/" + draft.id();
    switch (fields.text("act")) {
      case "discard" -> {
        drafts.discard(draft);
        Done.DISCARDED.at(request, response, "/admin/models");
      }
      case "deploy" -> {
        drafts.deploy(draft, actor);
        Redirect.to(request, response, here);
      }
      default -> train(draft, wish(draft, fields, actor), request, response);
    }
  }

  private void train(
      Draft draft, Wish wish, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (drafts.train(draft, wish)) {
      Redirect.to(request, response, "/admin/models/" + draft.id());
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      Page.show(
          request, response, "draft", DraftView.of(draft, clock.instant(), Language.of(request)));
    }
  }

  /** A column whose field did not come, or says nothing that is known, is left out. */
  private static Wish wish(Draft draft, Fields fields, String actor) {
    Map<Integer, Kind> kinds = new HashMap<>();
    Set<Integer> hidden = new HashSet<>();
    for (int i = 0; i < draft.table().columns().size(); i++) {
      if (fields.text("private" + i).equals("yes")) {
        hidden.add(i);
      }
      for (Kind kind : Kind.values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(fields.text("kind" + i))) {
          kinds.put(i, kind);
        }
      }
    }
    String target = fields.text("target");
    return new Wish(
        fields.text("model").strip(),
        kinds,
        target.matches("[0-9]{1,5}") ? Integer.parseInt(target) : -1,
        fields.text("scheme").strip(),
        hidden,
        actor);
  }

  private Draft draft(HttpServletRequest request) {
    String id = Exchange.of(request).parameter("draft");
    return java.util.Optional.of(id)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(text -> drafts.find(Long.parseLong(text)))
        .orElseThrow(
            () -> Problem.of(Problem.Type.NOT_FOUND, Said.of("said.no-such-table")).asException());
  }
}
