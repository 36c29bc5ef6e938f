package dev.perennial.serving;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON object into a checked row. */
final class JsonRow {
  private JsonRow() {}

  /** Reads the value that the parser stands on, and leaves the parser at its end. */
  static Checked read(Inputs inputs, JsonParser parser, Budget budget) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      String shown = StrictJson.shown(parser);
      return new Checked.Refused(
          List.of(FieldError.of("", shown, "must be an object with one value per field")));
    }
    RowCheck check = new RowCheck(inputs, budget);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int index = check.named(parser.currentName());
      JsonToken token = parser.nextToken();
      if (index == Inputs.NONE) {
        parser.skipChildren();
      } else {
        value(inputs, check, index, token, parser);
      }
    }
    return check.finish();
  }

  private static void value(
      Inputs inputs, RowCheck check, int index, JsonToken token, JsonParser parser) {
    if (token == JsonToken.VALUE_NULL) {
      check.missing(index);
      return;
    }
    switch (inputs.feature(index).kind()) {
      case NUMERIC -> number(check, index, token, parser, "must be a number without quotes");
      case NOMINAL -> {
        if (token == JsonToken.VALUE_STRING) {
          check.label(index, parser.getString());
        } else {
          check.refuse(index, StrictJson.shown(parser), "must be a text in quotes");
        }
      }
      case STRING -> {
        if (token == JsonToken.VALUE_STRING) {
          check.text(index, parser.getString());
        } else {
          check.refuse(index, StrictJson.shown(parser), "must be a text in quotes");
        }
      }
      case DATE -> {
        if (token == JsonToken.VALUE_STRING) {
          TextRow.date(check, index, parser.getString());
        } else {
          number(check, index, token, parser, "must be a date in quotes");
        }
      }
    }
  }

  private static void number(
      RowCheck check, int index, JsonToken token, JsonParser parser, String otherwise) {
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      String text = parser.getString();
      check.number(index, Double.parseDouble(text), text);
    } else {
      check.refuse(index, StrictJson.shown(parser), otherwise);
    }
  }
}
