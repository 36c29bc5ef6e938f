package dev.perennial.web.api;

import dev.perennial.access.Refusal;
import dev.perennial.access.Role;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.TextFields;
import dev.perennial.web.Body;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program asks for in a small JSON object; collects every fault before it refuses. */
final class Wish {
  private static final int MOST_BODY = 64 << 10;
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private final TextFields fields;
  private final List<FieldError> errors;

  private Wish(TextFields fields) {
    this.fields = fields;
    this.errors = new ArrayList<>(fields.errors());
  }

  /**
   * Reads the request's body.
   *
   * @throws dev.perennial.web.ProblemException with 400, 413 or 415
   */
  static Wish read(HttpServletRequest request, List<String> required, List<String> optional) {
    MediaType.require(request, "application/json");
    try {
      return new Wish(TextFields.read(Body.read(request, MOST_BODY), required, optional));
    } catch (MalformedJson e) {
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, e.sentence()).asException();
    }
  }

  String text(String name) {
    return fields.text(name);
  }

  /** The field "role"; of a wrong one the lesser, which is never used. */
  Role role() {
    Optional<Role> role = Role.of(text("role"));
    if (role.isEmpty() && given("role")) {
      errors.add(error("role", "must be reader or administrator"));
    }
    return role.orElse(Role.READER);
  }

  Optional<Instant> time(String name) {
    if (!given(name)) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(text(name));
      if (time.isBefore(LAST)) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    errors.add(error(name, "must be a time in UTC such as 2026-11-23T09:30:00Z, before 2200"));
    return Optional.empty();
  }

  /** Refuses if anything so far is wrong, also of what {@code access} says of fields given. */
  void check(List<Refusal> faults) {
    for (Refusal fault : faults) {
      if (given(fault.field())) {
        errors.add(
            FieldError.forPrograms(
                fault.field(), Optional.empty(), "is refused: " + fault.text().english()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalidInput(errors).asException();
    }
  }

  private boolean given(String name) {
    return fields.values().containsKey(name);
  }

  private FieldError error(String name, String message) {
    return FieldError.forPrograms(name, Optional.of(text(name)), message);
  }
}
