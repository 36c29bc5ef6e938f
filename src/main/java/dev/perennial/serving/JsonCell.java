package dev.perennial.serving;

import dev.perennial.words.Said;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One value of a JSON text before it is known what it is for.
 *
 * @param token its kind
 * @param text as sent; of a list or an object only a mark
 */
record JsonCell(JsonToken token, String text) {
  /** Takes the value that the parser stands on, and leaves the parser at its end. */
  static JsonCell read(JsonParser parser) {
    return new JsonCell(parser.currentToken(), StrictJson.shown(parser));
  }

  boolean isNumber() {
    return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
  }

  /** Hands the value of this feature to the check. */
  void into(Inputs inputs, RowCheck check, int index) {
    if (token == JsonToken.VALUE_NULL) {
      check.missing(index);
      return;
    }
    boolean quoted = token == JsonToken.VALUE_STRING;
    switch (inputs.feature(index).kind()) {
      case NUMERIC -> number(check, index, Said.of("said.without-quotes", Said.SUBJECT));
      case NOMINAL -> {
        if (quoted) {
          check.label(index, text);
        } else {
          check.refuse(index, text, Said.of("said.in-quotes", Said.SUBJECT));
        }
      }
      case STRING -> {
        if (quoted) {
          check.text(index, text);
        } else {
          check.refuse(index, text, Said.of("said.in-quotes", Said.SUBJECT));
        }
      }
      case DATE -> {
        if (quoted) {
          TextRow.date(check, index, text);
        } else {
          number(check, index, Said.of("said.date-in-quotes", Said.SUBJECT));
        }
      }
    }
  }

  private void number(RowCheck check, int index, Said otherwise) {
    if (isNumber()) {
      check.number(index, Double.parseDouble(text), text);
    } else {
      boolean noNumber = token == JsonToken.VALUE_STRING && !Numbers.isNumber(text);
      check.refuse(index, text, noNumber ? Numbers.whyNot(text) : otherwise);
    }
  }
}
