package dev.perennial.web.api;

import dev.perennial.log.Entry.Label;
import dev.perennial.log.Ids;
import dev.perennial.log.JsonText;
import dev.perennial.log.PredictionLog.Logged;
import dev.perennial.model.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the log for a reader outside.
 *
 * @param id the prediction's id as text
 * @param version counted within the model
 * @param schema of that version
 * @param inputs numbers, texts, or null where missing, in the schema's order
 * @param probabilities in class order; empty for a regressor
 * @param label what holds as the true answer
 */
record LogRow(
    String id,
    Instant time,
    int version,
    Schema schema,
    List<@Nullable Object> inputs,
    String answer,
    List<Double> probabilities,
    Optional<Label> label) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<Double>> NUMBERS = new TypeReference<>() {};

  static LogRow of(Logged logged, String id, int version, Schema schema) {
    return new LogRow(
        id,
        Instant.ofEpochMilli(Ids.millis(logged.id())),
        version,
        schema,
        JsonText.values(logged.inputs()),
        logged.answer(),
        MAPPER.readValue(logged.probabilities(), NUMBERS),
        logged.label());
  }
}
