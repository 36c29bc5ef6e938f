package dev.perennial.web.pages;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.web.api.Changes;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * {@code /models/{model}/promote}, {@code …/challenge}, {@code …/withdraw} and {@code …/roll-back}:
 * forms of the pages of versions, runs and the monitor. Safe for use by many threads.
 */
public final class PromotePageServlet extends HttpServlet {
  private static final int LONGEST = 500;
  private final transient ModelRegistry registry;
  private final transient Changes changes;
  private final Changes.What what;

  public PromotePageServlet(ModelRegistry registry, Changes changes, Changes.What what) {
    this.registry = registry;
    this.changes = changes;
    this.what = what;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    Fields fields = Fields.read(request);
    Doorway.versions(registry, model);
    Promotion unused =
        what == Changes.What.ROLL_BACK
            ? changes.back(
                model, Optional.of(answering(fields)), reason(fields, "rolled back"), exchange)
            : forward(model, fields, exchange);
    done().at(request, response, "/models/" + model + "/versions");
  }

  private Done done() {
    return switch (what) {
      case PROMOTE -> Done.PROMOTED;
      case CHALLENGE -> Done.CHALLENGES;
      case WITHDRAW -> Done.WITHDRAWN;
      case ROLL_BACK -> Done.ROLLED_BACK;
    };
  }

  /** The version that answered when the form was made: the form may be old. */
  private static int answering(Fields fields) {
    String number = fields.text("answering");
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.form-names-no-version"))
          .asException();
    }
    return Integer.parseInt(number);
  }

  private Promotion forward(String model, Fields fields, Exchange exchange) {
    var version = Doorway.version(registry, model, fields.text("version"));
    String reason = reason(fields, what == Changes.What.WITHDRAW ? "withdrawn" : "");
    if (reason.isEmpty()) {
      Said detail =
          what == Changes.What.PROMOTE
              ? Said.of("said.why-promote")
              : Said.of("said.why-challenge");
      throw Problem.of(Problem.Type.BAD_REQUEST, detail).asException();
    }
    return changes.make(what, version, reason, exchange);
  }

  static String reason(Fields fields, String otherwise) {
    String reason = fields.text("reason").replaceAll("\\p{Cntrl}", " ").strip();
    return reason.isEmpty() ? otherwise : reason.substring(0, Math.min(LONGEST, reason.length()));
  }
}
