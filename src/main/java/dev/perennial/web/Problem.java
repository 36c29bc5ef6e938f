package dev.perennial.web;

import dev.perennial.access.Refusal;
import dev.perennial.model.ModelException;
import dev.perennial.serving.FieldError;
import dev.perennial.training.RunRefused;
import dev.perennial.words.Said;
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
    Type type, Said detail, List<FieldError> errors, Map<String, String> headers) {
  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /** The kinds of problem; each has its own {@code type} URN. */
  public enum Type {
    BAD_REQUEST(400, "said.title-bad-request"),
    MALFORMED_JSON(400, "said.title-malformed-json"),
    MALFORMED_CSV(400, "said.title-malformed-csv"),
    MALFORMED_ARFF(400, "said.title-malformed-arff"),
    INVALID_INPUT(400, "said.title-invalid-input"),
    INVALID_PARAMETER(400, "said.title-invalid-parameter"),
    UNAUTHORIZED(401, "said.title-unauthorized"),
    FORBIDDEN(403, "said.title-forbidden"),
    STALE_FORM(403, "said.title-stale-form"),
    NOT_FOUND(404, "said.title-not-found"),
    METHOD_NOT_ALLOWED(405, "said.title-method-not-allowed"),
    CONFLICT(409, "said.title-conflict"),
    TOO_LARGE(413, "said.title-too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "said.title-unsupported-media-type"),
    TOO_MANY(429, "said.title-too-many"),
    INTERNAL(500, "said.title-internal"),
    NO_ANSWER(500, "said.title-no-answer"),
    UNAVAILABLE(503, "said.title-unavailable");

    private final int status;
    private final String key;

    Type(int status, String key) {
      this.status = status;
      this.key = key;
    }

    public int status() {
      return status;
    }

    public Said title() {
      return Said.of(key);
    }

    public String urn() {
      return "urn:perennial:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public static Problem of(Type type, Said detail) {
    return new Problem(type, detail, List.of(), Map.of());
  }

  /** At an address that no page has: always in English. */
  public static Problem forPrograms(Type type, String detail) {
    return of(type, Said.verbatim(detail));
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
    Said detail =
        errors.size() == 1
            ? Said.of("said.one-field-wrong")
            : Said.of("said.fields-wrong", (long) errors.size());
    return new Problem(Type.INVALID_INPUT, detail, errors, Map.of());
  }

  /** A table with other columns than the model's. */
  public static Problem wrongColumns(List<FieldError> errors) {
    Said detail = Said.of("said.wrong-columns");
    return new Problem(Type.INVALID_INPUT, detail, errors, Map.of());
  }

  /**
   * Too much of something that is tried.
   *
   * @param seconds when to try again
   */
  public static Problem tooMany(Said detail, long seconds) {
    Map<String, String> headers = Map.of("Retry-After", Long.toString(seconds));
    Said whole =
        seconds == 1
            ? Said.of("said.again-in-a-second", detail)
            : Said.of("said.again-in-seconds", detail, seconds);
    return new Problem(Type.TOO_MANY, whole, List.of(), headers);
  }

  /** What an exception of ours says, as a sentence. */
  public static Said sentence(RuntimeException e) {
    Said says =
        e instanceof ModelException model
            ? model.says()
            : e instanceof RunRefused run
                ? run.says()
                : Said.verbatim(String.valueOf(e.getMessage()));
    return says.english().endsWith(".") ? says : Said.of("said.full-stop", says);
  }

  /** For now only: the client is asked to try again. */
  public static Problem unavailable(Said detail) {
    return new Problem(Type.UNAVAILABLE, detail, List.of(), Map.of("Retry-After", "1"));
  }

  /** In one line, for the log of failed attempts: the kind, the sentence, the first field. */
  public String reason() {
    String field = errors.isEmpty() ? "" : " " + errors.get(0).sentence().english();
    return type.urn() + ": " + detail.english() + field;
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }
}
