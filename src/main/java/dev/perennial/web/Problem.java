package dev.perennial.web;

import dev.perennial.access.Refusal;
import dev.perennial.serving.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is refused, as RFC 9457 has it. See docs/problems.md.
 *
 * @param detail a sentence: what, which value, what to do
 * @param errors one entry per offending field
 * @param headers that go with it, such as Allow
 */
public record Problem(
    Type type, String detail, List<FieldError> errors, Map<String, String> headers) {
  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /** The kinds of problem; each has its own {@code type} URN. */
  public enum Type {
    BAD_REQUEST(400, "The request cannot be read"),
    MALFORMED_JSON(400, "The body is not JSON"),
    MALFORMED_CSV(400, "The body is not CSV"),
    MALFORMED_ARFF(400, "The body is not ARFF"),
    INVALID_INPUT(400, "The input is not valid"),
    INVALID_PARAMETER(400, "A query parameter is not valid"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN(403, "This is not allowed"),
    STALE_FORM(403, "The form is out of date"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    CONFLICT(409, "This cannot be done now"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
    TOO_MANY(429, "Too many attempts"),
    INTERNAL(500, "Something went wrong here"),
    NO_ANSWER(500, "The model has no answer"),
    UNAVAILABLE(503, "The service cannot answer now");

    private final int status;
    private final String title;

    Type(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    public String title() {
      return title;
    }

    public String urn() {
      return "urn:perennial:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public static Problem of(Type type, String detail) {
    return new Problem(type, detail, List.of(), Map.of());
  }

  /** What {@code access} will not do. */
  static Problem of(Refusal refusal) {
    if (refusal.field().equals("caller")) {
      return of(Type.FORBIDDEN, refusal.text());
    }
    var error = new FieldError(refusal.field(), Optional.empty(), refusal.text());
    return new Problem(Type.INVALID_INPUT, refusal.text(), List.of(error), Map.of());
  }

  public static Problem invalidInput(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? "One field is wrong; \"errors\" says which and what is accepted."
            : errors.size() + " fields are wrong; \"errors\" says which and what is accepted.";
    return new Problem(Type.INVALID_INPUT, detail, errors, Map.of());
  }

  /** A table with other columns than the model's. */
  public static Problem wrongColumns(List<FieldError> errors) {
    String detail = "The columns are not those of the model; \"errors\" says what is wrong.";
    return new Problem(Type.INVALID_INPUT, detail, errors, Map.of());
  }

  /**
   * Too much of something that is tried.
   *
   * @param seconds when to try again
   */
  public static Problem tooMany(String detail, long seconds) {
    Map<String, String> headers = Map.of("Retry-After", Long.toString(seconds));
    String when = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
    return new Problem(Type.TOO_MANY, detail + when, List.of(), headers);
  }

  /** What an exception of ours says, as a sentence. */
  public static String sentence(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    return text.endsWith(".") ? text : text + ".";
  }

  /** For now only: the client is asked to try again. */
  public static Problem unavailable(String detail) {
    return new Problem(Type.UNAVAILABLE, detail, List.of(), Map.of("Retry-After", "1"));
  }

  /** In one line, for the log of failed attempts: the kind, the sentence, the first field. */
  public String reason() {
    String field = errors.isEmpty() ? "" : " " + errors.get(0).sentence();
    return type.urn() + ": " + detail + field;
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }
}
