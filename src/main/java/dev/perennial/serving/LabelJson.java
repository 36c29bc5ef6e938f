package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON object, or a list of them, into labels. For one thread. */
final class LabelJson {
  private static final int MOST_FAULTS = 5;
  private final int most;
  private final Budget budget = new Budget();

  /**
   * @param most one more than this is read at most
   */
  LabelJson(int most) {
    this.most = most;
  }

  /** Reads the value that the parser stands on, and leaves the parser at its end. */
  List<SentLabel> read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return List.of(one(parser));
    }
    List<SentLabel> labels = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (labels.size() <= most) {
        labels.add(one(parser));
      } else {
        parser.skipChildren();
      }
    }
    return labels;
  }

  private SentLabel one(JsonParser parser) {
    List<Optional<String>> values = new ArrayList<>();
    SentLabel.FIELDS.forEach(field -> values.add(Optional.empty()));
    List<Said> faults = new ArrayList<>(0);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      faults.add(Said.verbatim("must be an object with prediction_id and label"));
      return SentLabel.of(values, faults);
    }
    boolean[] given = new boolean[values.size()];
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      int index = SentLabel.FIELDS.indexOf(name);
      if (index < 0) {
        fault(faults, stranger(name));
        parser.skipChildren();
      } else {
        if (given[index]) {
          fault(faults, name + " is given more than once; give it once");
        }
        given[index] = true;
        values.set(index, text(index, parser, faults));
      }
    }
    return SentLabel.of(values, faults);
  }

  /** A label may be a number, since classes and numeric answers are written so. */
  private static Optional<String> text(int index, JsonParser parser, List<Said> faults) {
    JsonToken token = parser.currentToken();
    boolean label = SentLabel.FIELDS.get(index).equals("label");
    if (token == JsonToken.VALUE_STRING || (label && token.isNumeric())) {
      return Optional.of(parser.getString());
    }
    if (token != JsonToken.VALUE_NULL) {
      String wanted = label ? " must be a text or a number" : " must be a text in quotes";
      fault(faults, SentLabel.FIELDS.get(index) + wanted);
    }
    parser.skipChildren();
    return Optional.empty();
  }

  private String stranger(String name) {
    Optional<String> meant =
        budget.takeSuggestion() ? Nearest.of(name, SentLabel.FIELDS) : Optional.empty();
    return '"'
        + Shown.text(name)
        + "\" is not a field of a label; "
        + meant
            .map(m -> "did you mean " + m + "?")
            .orElse("there are prediction_id, label and observed_at");
  }

  private static void fault(List<Said> faults, String fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(Said.verbatim(fault));
    }
  }

  /** The labels of a body, at most one more than are allowed. */
  static List<SentLabel> read(StrictJson json, byte[] body, int most) throws MalformedJson {
    String wanted = "a JSON object with prediction_id and label";
    return json.read(body, wanted, new LabelJson(most)::read);
  }
}
