package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a JSON object, or a list of up to {@link Policy#mostRows()}, straight into checked rows, as
 * strictly as {@link StrictJson}. Safe for use by many threads.
 */
public final class JsonRows {
  private final StrictJson json = new StrictJson();

  /**
   * Checks the rows of a body.
   *
   * @throws MalformedJson if it is not one whole JSON text, wherever the fault stands
   */
  public Batch read(Inputs inputs, byte[] body) throws MalformedJson {
    return json.read(
        body, "a JSON object with one value per field", parser -> read(inputs, parser));
  }

  private static Batch read(Inputs inputs, JsonParser parser) {
    Budget budget = new Budget();
    Batch batch =
        parser.currentToken() == JsonToken.START_ARRAY
            ? new Batch(false, list(inputs, parser, budget))
            : Batch.of(JsonRow.read(inputs, parser, budget));
    int most = inputs.policy().mostRows();
    return batch.rows().size() > most ? tooMany(most) : batch;
  }

  /** Reads one row more than allowed at most, and goes on to the end to see that it is JSON. */
  private static List<Checked> list(Inputs inputs, JsonParser parser, Budget budget) {
    List<Checked> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (rows.size() <= inputs.policy().mostRows()) {
        rows.add(JsonRow.read(inputs, parser, budget));
      } else {
        parser.skipChildren();
      }
    }
    return rows;
  }

  static Batch tooMany(int most) {
    String message = "There are more than " + most + " rows; send them in several requests";
    return Batch.of(new Checked.Refused(List.of(FieldError.ofRow(Said.verbatim(message)))));
  }
}
