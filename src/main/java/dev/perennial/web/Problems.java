package dev.perennial.web;

import dev.perennial.serving.FieldError;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Sends a problem in the shape of its audience: a document to programs, a page to people. */
public final class Problems {
  private static final String ATTRIBUTE = Problem.class.getName();

  /** Not by sendError: it takes headers off, and Jetty then has no page for DELETE and the like. */
  private static final String PAGE = "/error";

  private static final int MOST_IN_TEXT = 5;

  /** What an error looks like, which follows from where it was asked. */
  public enum Shape {
    /** The Open Inference Protocol's. */
    V2("application/json", "/v2"),
    /** That of MLflow's scoring protocol. */
    MLFLOW("application/json", "/invocations", "/ping", "/version"),
    /** RFC 9457's. */
    PROBLEM("application/problem+json", "/api", "/health", "/metrics", "/openapi.json"),
    /** A page for people: everything else. */
    PAGE("text/html");

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> places;

    Shape(String type, String... places) {
      this.type = type;
      this.places = List.of(places);
    }

    /** The content type of an error. */
    public String type() {
      return type;
    }

    /**
     * The shape at a path.
     *
     * @param path below the context path
     */
    public static Shape of(String path) {
      return Arrays.stream(values())
          .filter(s -> s.places.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/")))
          .findFirst()
          .orElse(PAGE);
    }
  }

  private Problems() {}

  /** Sends the problem, unless the response is already on its way. */
  public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws ServletException, IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    problem.headers().forEach(response::setHeader);
    if (leavesUnread(request)) {
      response.setHeader("Connection", "close");
    }
    Shape shape = Shape.of(path(request));
    if (shape == Shape.PAGE) {
      request.setAttribute(ATTRIBUTE, problem);
      request.getRequestDispatcher(PAGE).forward(request, response);
      return;
    }
    byte[] body =
        Json.bytes(
            json -> {
              switch (shape) {
                case V2 -> writeV2(json, problem);
                case MLFLOW -> writeScoring(json, problem);
                default -> write(json, problem);
              }
            });
    Json.send(response, problem.type().status(), shape.type(), body);
  }

  /**
   * Whether some of the body may still be on its way: the server then closes the connection, and a
   * client that was not told so would send its next request into nothing.
   */
  private static boolean leavesUnread(HttpServletRequest request) throws IOException {
    boolean sent =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    return sent && !request.getInputStream().isFinished();
  }

  /** The problem that led to the error page; nothing if the container reported the error. */
  public static Optional<Problem> of(HttpServletRequest request) {
    return Optional.ofNullable((Problem) request.getAttribute(ATTRIBUTE));
  }

  /** True if the URL that was asked for is one for programs. */
  public static boolean isForPrograms(HttpServletRequest request) {
    return Shape.of(path(request)) != Shape.PAGE;
  }

  private static String path(HttpServletRequest request) {
    @Nullable Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = failed == null ? request.getRequestURI() : failed.toString();
    return uri.substring(Math.min(uri.length(), request.getContextPath().length()));
  }

  /** Writes the problem as an object. */
  public static void write(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    json.writeStringProperty("type", problem.type().urn());
    json.writeStringProperty("title", problem.type().title().english());
    json.writeNumberProperty("status", problem.type().status());
    json.writeStringProperty("detail", problem.detail().english());
    if (!problem.errors().isEmpty()) {
      json.writeArrayPropertyStart("errors");
      problem.errors().forEach(error -> write(json, error));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeV2(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    json.writeStringProperty("error", whole(problem));
    writeDetails(json, problem);
  }

  private static void writeScoring(JsonGenerator json, Problem problem) {
    json.writeStartObject();
    json.writeStringProperty("error_code", code(problem.type().status()));
    json.writeStringProperty("message", whole(problem));
    writeDetails(json, problem);
  }

  /** One text for protocols whose clients show nothing else. */
  private static String whole(Problem problem) {
    List<FieldError> errors = problem.errors();
    if (errors.isEmpty()) {
      return problem.detail().english();
    }
    String first =
        errors.stream()
            .limit(MOST_IN_TEXT)
            .map(error -> error.sentence().english())
            .collect(Collectors.joining(" "));
    int more = errors.size() - MOST_IN_TEXT;
    return more > 0 ? first + " And " + more + " more." : first;
  }

  /** What MLflow calls it. */
  private static String code(int status) {
    return switch (status) {
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "RESOURCE_DOES_NOT_EXIST";
      case 429 -> "REQUEST_LIMIT_EXCEEDED";
      case 503 -> "TEMPORARILY_UNAVAILABLE";
      default -> status < 500 ? "BAD_REQUEST" : "INTERNAL_ERROR";
    };
  }

  private static void writeDetails(JsonGenerator json, Problem problem) {
    if (!problem.errors().isEmpty()) {
      json.writeArrayPropertyStart("details");
      problem.errors().forEach(error -> write(json, error));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FieldError error) {
    json.writeStartObject();
    json.writeStringProperty("field", error.field());
    json.writeName("value");
    error.value().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("message", error.message());
    json.writeEndObject();
  }
}
