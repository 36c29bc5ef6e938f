package dev.perennial.web.api;

import dev.perennial.log.Drain;
import dev.perennial.log.Eraser;
import dev.perennial.log.Erasure;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** Erases rows of the log when a request asks for it. Safe for use by many threads. */
public final class Erasing {
  /** How long an answer waits for the end of a short erasure. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST = 50;

  private final ModelRegistry registry;
  private final PredictionLog log;
  private final Drain drain;
  private final IdText ids;
  private final Eraser eraser;

  public Erasing(
      ModelRegistry registry, PredictionLog log, Drain drain, IdText ids, Eraser eraser) {
    this.registry = registry;
    this.log = log;
    this.drain = drain;
    this.ids = ids;
    this.eraser = eraser;
  }

  /**
   * Erases one prediction of a model, or has begun to.
   *
   * @param prediction its id as text
   * @throws ProblemException with 404 if the log has no such row of this model
   */
  public Erasure one(Exchange exchange, String model, String prediction) {
    List<VersionId> versions = Doorway.versions(registry, model);
    OptionalLong id = ids.parse(prediction);
    if (id.isEmpty()) {
      throw missing();
    }
    if (!drain.await(PATIENCE)) {
      throw Problem.unavailable(Said.of("said.rows-too-new")).asException();
    }
    boolean there =
        log.find(id.getAsLong()).stream()
            .anyMatch(row -> versions.stream().anyMatch(v -> v.key() == row.version()));
    if (!there) {
      throw missing();
    }
    String named = "prediction " + ids.print(id.getAsLong());
    String actor = exchange.caller().actor();
    String client = exchange.client().address();
    return soon(eraser.one(model, id.getAsLong(), named, actor, client));
  }

  /** Erases the rows of a model from a time to before another, or has begun to. */
  public Erasure period(Exchange exchange, String model, Instant from, Instant to) {
    Doorway.versions(registry, model);
    return soon(
        eraser.period(
            model,
            Ids.firstAt(from) - 1,
            Ids.firstAt(to),
            "all from " + from + " to before " + to,
            exchange.caller().actor(),
            exchange.client().address()));
  }

  private Erasure soon(Erasure asked) {
    return eraser.await(asked.id(), SHORT);
  }

  private static ProblemException missing() {
    return Problem.of(Problem.Type.NOT_FOUND, Said.of("said.no-such-row")).asException();
  }

  /** The newest of a model, the newest first. */
  public List<Erasure> newest(String model) {
    Doorway.versions(registry, model);
    return eraser.newest(model, MOST);
  }

  Erasure find(String model, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(text -> eraser.find(Long.parseLong(text)))
        .filter(erasure -> erasure.model().equals(model))
        .orElseThrow(
            () ->
                Problem.forPrograms(
                        Problem.Type.NOT_FOUND, "The model has no erasure of this number.")
                    .asException());
  }

  /** The versions that may have learned from rows of this time: their own data stay as they are. */
  public List<Integer> learned(Erasure erasure) {
    return registry.versions(erasure.model()).stream()
        .filter(id -> learned(registry.manifest(id.key()), erasure))
        .map(VersionId::version)
        .toList();
  }

  private static boolean learned(Manifest manifest, Erasure erasure) {
    return manifest
        .provenance()
        .filter(p -> p.from().isPresent() && !p.from().get().isAfter(erasure.to()))
        .filter(p -> p.to().isPresent() && !p.to().get().isBefore(erasure.from()))
        .isPresent();
  }

  /** Sends it: 200 if it is done, 202 while it is under way. */
  void send(HttpServletResponse response, Exchange exchange, Erasure erasure) throws IOException {
    int status = erasure.done().isPresent() ? 200 : 202;
    byte[] body = Json.bytes(json -> write(json, exchange, erasure));
    Json.send(response, status, "application/json", body);
  }

  void write(JsonGenerator json, Exchange exchange, Erasure erasure) {
    json.writeStartObject();
    json.writeNumberProperty("erasure", erasure.id());
    json.writeStringProperty("model", erasure.model());
    if (erasure.one()) {
      json.writeStringProperty("prediction_id", ids.print(erasure.after() + 1));
    } else {
      json.writeStringProperty("from", erasure.from().toString());
      json.writeStringProperty("to", erasure.to().toString());
    }
    json.writeStringProperty("state", erasure.done().isPresent() ? "done" : "under way");
    json.writeStringProperty("asked_at", erasure.asked().toString());
    json.writeStringProperty("asked_by", exchange.shown(erasure.actor()));
    json.writeNumberProperty("predictions", erasure.predictions());
    json.writeNumberProperty("labels", erasure.labels());
    json.writeNumberProperty("failed_attempts", erasure.attempts());
    erasure.done().ifPresent(at -> json.writeStringProperty("done_at", at.toString()));
    json.writeArrayPropertyStart("versions_that_learned_from_the_period");
    learned(erasure).forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }
}
