package dev.perennial.log;

import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.util.List;

/**
 * What the journal carries to the database. Every entry has a time-ordered id from {@link Ids},
 * which is also its primary key and tells its time.
 */
public sealed interface Entry {
  long id();

  /**
   * One answered row. It is in the journal before its answer leaves.
   *
   * @param id time-ordered; {@link Ids#millis(long)} is the time of the prediction
   * @param request the id of the {@link Request} that carried it
   * @param version {@link dev.perennial.model.VersionId#key()} of the version that answered
   * @param parseMicros time spent parsing and validating the whole request, in microseconds
   * @param scoreMicros time spent in the classifier for this row, in microseconds
   * @param warnings short codes such as {@code out_of_range:petal_length}
   */
  record Answered(
      long id,
      long request,
      int version,
      Source source,
      Row row,
      Prediction prediction,
      int parseMicros,
      int scoreMicros,
      List<String> warnings)
      implements Entry {
    public Answered {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * One HTTP request, written after its response and not awaited.
   *
   * @param id time-ordered; its time is the start of the request
   * @param clientId the X-Request-Id that the client sent, or "" if the server made one
   * @param method such as POST
   * @param route the template such as {@code /api/v1/models/{model}/predict}, never the raw path
   * @param status the HTTP status sent
   * @param micros from the filter's first line to its last, in microseconds
   */
  record Request(long id, String clientId, String method, String route, int status, int micros)
      implements Entry {}

  /**
   * An attempt that was refused.
   *
   * @param request the id of the request
   * @param model as the client named it, cut to 100 characters
   * @param reason the problem's type and sentence
   * @param input at most 2 KiB of what was sent, as text
   */
  record Failed(long id, long request, String model, String reason, String input)
      implements Entry {}

  /**
   * What somebody says was the true answer of a prediction. Of several for one prediction the one
   * with the greatest id holds; the others are its history.
   *
   * @param id time-ordered; its time is when the label came
   * @param prediction the id of the {@link Answered} row, which is older
   * @param text the class label exactly as in the schema, or the finite number as text
   * @param observedAt when the truth was seen, in milliseconds since 1970; 0 = not given
   * @param actor the account's or token's name, at most 100 characters; "" if the source has none
   */
  record Label(
      long id, long prediction, String text, long observedAt, LabelSource source, String actor)
      implements Entry {}
}
