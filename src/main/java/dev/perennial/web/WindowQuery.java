package dev.perennial.web;

import dev.perennial.serving.FieldError;
import dev.perennial.watch.Span;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code ?window=} and refuses what no parameter is called. */
public final class WindowQuery {
  private WindowQuery() {}

  /**
   * The span asked for; an hour if none is.
   *
   * @param more other parameters that the address has
   * @throws ProblemException with 400, naming every wrong parameter and what is accepted
   */
  public static Span read(HttpServletRequest request, String... more) {
    List<String> known = new ArrayList<>(List.of("window"));
    known.addAll(List.of(more));
    Fields given = Fields.ofQuery(request);
    List<FieldError> errors = new ArrayList<>();
    given
        .values()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                errors.add(
                    error(name, "", Said.of("said.no-parameter", Said.SUBJECT, list(known))));
              } else if (values.size() > 1) {
                errors.add(error(name, values.get(1), Said.of("said.given-twice", Said.SUBJECT)));
              }
            });
    String text = given.values().containsKey("window") ? given.text("window") : Span.HOUR.text();
    Optional<Span> span = Span.of(text);
    if (span.isEmpty()) {
      errors.add(
          error("window", text, Said.of("said.must-be-one-of", Said.SUBJECT, list(Span.texts()))));
    }
    if (!errors.isEmpty()) {
      throw refuse(errors);
    }
    return span.orElse(Span.HOUR);
  }

  /** The refusal of parameters. */
  public static ProblemException refuse(List<FieldError> errors) {
    Said detail = Said.of("said.parameters-wrong");
    return new Problem(Problem.Type.INVALID_PARAMETER, detail, errors, Map.of()).asException();
  }

  private static FieldError error(String name, String value, Said fault) {
    return new FieldError(name, Optional.of(value), fault);
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }
}
