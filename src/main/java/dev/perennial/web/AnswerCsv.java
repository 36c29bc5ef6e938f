package dev.perennial.web;

import dev.perennial.model.Prediction;
import dev.perennial.model.Schema;
import dev.perennial.serving.Answer;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.io.NumberOutput;

/**
 * Writes the answers of a batch as CSV (RFC 4180): the id as it came, prediction_id, prediction, a
 * probability for each class, what is wrong, and on request what is unusual. A text of ours that
 * would begin a formula in a spreadsheet gets an apostrophe in front; the id, which is the
 * sender's, does not. Immutable.
 */
final class AnswerCsv {
  private static final String FORMULA = "=+-@\t\r";
  private static final String NO_ANSWER =
      "The row is valid, but the model computes no answer to it.";
  private final Schema schema;
  private final Optional<String> idColumn;
  private final char delimiter;
  private final boolean warnings;
  private final List<String> labels;

  /**
   * @param warnings whether a last column names what is outside of what training saw
   */
  AnswerCsv(Schema schema, Sheet sheet, boolean warnings) {
    this.schema = schema;
    this.idColumn = sheet.idColumn();
    this.delimiter = sheet.delimiter();
    this.warnings = warnings;
    this.labels = schema.classes().stream().map(this::safe).toList();
  }

  byte[] header() {
    List<String> names = new ArrayList<>();
    idColumn.map(this::quoted).ifPresent(names::add);
    names.add("prediction_id");
    names.add("prediction");
    schema.classes().forEach(label -> names.add(safe("probability_" + label)));
    names.add("error");
    if (warnings) {
      names.add("warnings");
    }
    return bytes(new StringBuilder(String.join(String.valueOf(delimiter), names)).append("\r\n"));
  }

  byte[] rows(List<Sheet.Line> lines, Outcome outcome) {
    StringBuilder out = new StringBuilder(96 * lines.size());
    for (int i = 0; i < lines.size(); i++) {
      idColumn(out, lines.get(i).id());
      Answer answer = outcome.answers().get(i);
      if (answer instanceof Answer.Predicted predicted) {
        out.append(predicted.id()).append(delimiter);
        prediction(out, predicted.prediction());
        end(out, predicted.warnings().stream().map(warning -> warning.message().english()));
      } else {
        String why = answer instanceof Answer.Wrong wrong ? sentence(wrong.errors()) : NO_ANSWER;
        none(out).append(safe(why));
        end(out, Stream.of());
      }
    }
    return bytes(out);
  }

  /** A last row that says why there are no more. */
  byte[] end(String sentence) {
    StringBuilder out = new StringBuilder();
    idColumn(out, "");
    none(out).append(safe(sentence));
    end(out, Stream.of());
    return bytes(out);
  }

  private void end(StringBuilder out, Stream<String> sentences) {
    if (warnings) {
      out.append(delimiter).append(safe(sentences.collect(Collectors.joining(" "))));
    }
    out.append("\r\n");
  }

  private void idColumn(StringBuilder out, String id) {
    if (idColumn.isPresent()) {
      out.append(quoted(id)).append(delimiter);
    }
  }

  private void prediction(StringBuilder out, Prediction prediction) {
    if (prediction.classes() == 0) {
      out.append(number(prediction.value())).append(delimiter);
      return;
    }
    out.append(labels.get(prediction.classIndex())).append(delimiter);
    for (int k = 0; k < prediction.classes(); k++) {
      out.append(number(prediction.probability(k))).append(delimiter);
    }
  }

  /**
   * Reads back as the same number; cheaper than the way of Java 17 (a third of the time went
   * there).
   */
  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }

  /** The cells of an answer that there is not. */
  private StringBuilder none(StringBuilder out) {
    return out.append(String.valueOf(delimiter).repeat(2 + schema.classes().size()));
  }

  private static String sentence(List<FieldError> errors) {
    return errors.stream()
        .map(error -> error.sentence().english())
        .collect(Collectors.joining(" "));
  }

  private String safe(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return quoted(formula ? "'" + text : text);
  }

  private String quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
