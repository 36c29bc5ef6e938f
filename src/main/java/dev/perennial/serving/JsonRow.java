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
          List.of(FieldError.forPrograms("", shown, "must be an object with one value per field")));
    }
    RowCheck check = new RowCheck(inputs, budget);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int index = check.named(parser.currentName());
      parser.nextToken();
      if (index == Inputs.NONE) {
        parser.skipChildren();
      } else {
        JsonCell.read(parser).into(inputs, check, index);
      }
    }
    return check.finish();
  }
}
