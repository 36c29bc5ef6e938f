package dev.perennial.web.api;

import dev.perennial.serving.FieldError;
import dev.perennial.web.Body;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small JSON object that asks for a change: collects every fault before it refuses. An empty body
 * is an empty object. For one thread.
 */
final class ReasonBody {
  private static final int MOST_BODY = 64 << 10;
  private static final int LONGEST = 500;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;
  private final List<FieldError> errors = new ArrayList<>();

  private ReasonBody(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads the request's body.
   *
   * @param known every field that may be there
   * @throws dev.perennial.web.ProblemException with 400, 413 or 415
   */
  static ReasonBody read(HttpServletRequest request, String... known) {
    byte[] body = Body.read(request, MOST_BODY);
    if (body.length > 0) {
      MediaType.require(request, "application/json");
    }
    String text = body.length == 0 ? "{}" : new String(body, StandardCharsets.UTF_8);
    try {
      ReasonBody read = new ReasonBody(MAPPER.readTree(text));
      if (!read.node.isObject()) {
        read.error("", "must be a JSON object");
      }
      for (Map.Entry<String, JsonNode> field : read.node.properties()) {
        if (!List.of(known).contains(field.getKey())) {
          read.error(field.getKey(), "is not a field here; there are " + String.join(", ", known));
        }
      }
      return read;
    } catch (JacksonException e) {
      String detail =
          "The body is not one whole JSON object: see line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, detail).asException();
    }
  }

  /** A text of at most 500 characters; empty if it is not given. */
  Optional<String> text(String name) {
    return text(node, name, name);
  }

  private Optional<String> text(JsonNode from, String name, String shown) {
    JsonNode value = from.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    String text = value.isString() ? value.stringValue().strip() : "";
    if (!value.isString() || text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ')) {
      error(shown, "must be a text of at most 500 characters, without line ends");
    }
    return Optional.of(text);
  }

  /** The reason, or what stands for it where none is given. */
  String reason(String otherwise) {
    return text("reason").filter(text -> !text.isEmpty()).orElse(otherwise);
  }

  /** The reason, which has to be there. */
  String reason() {
    Optional<String> reason = text("reason");
    if (reason.filter(text -> !text.isEmpty()).isEmpty() && errors.isEmpty()) {
      error("reason", "must say why: it is kept in the history");
    }
    return reason.orElse("");
  }

  /** The objects of a list; none if it is not given. */
  List<ReasonBody> objects(String name) {
    JsonNode list = node.path(name);
    List<ReasonBody> objects = new ArrayList<>();
    if (list.isArray() && !list.isEmpty() && list.size() <= 20) {
      list.forEach(each -> objects.add(new ReasonBody(each)));
    } else if (!list.isMissingNode()) {
      error(name, "must be a list of 1 to 20 objects");
    }
    return objects;
  }

  /** Of several faults of one field the first is told. */
  void error(String field, String message) {
    if (errors.stream().anyMatch(e -> e.field().equals(field))) {
      return;
    }
    JsonNode value = field.isEmpty() ? node : node.path(field);
    String shown = value.isString() ? value.stringValue() : value.toString();
    errors.add(
        FieldError.forPrograms(field, Optional.of(shown).filter(s -> !s.isEmpty()), message));
  }

  /** Takes over what is wrong with an object of a list. */
  void add(ReasonBody part, String name) {
    part.errors.forEach(
        e -> errors.add(new FieldError(name + "." + e.field(), e.value(), e.fault())));
  }

  /**
   * @throws dev.perennial.web.ProblemException with 400 if anything so far is wrong
   */
  void check() {
    if (!errors.isEmpty()) {
      throw Problem.invalidInput(errors).asException();
    }
  }
}
