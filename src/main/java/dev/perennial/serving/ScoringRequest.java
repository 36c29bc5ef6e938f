package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON of MLflow's scoring protocol: an object with exactly one of dataframe_split,
 * dataframe_records, instances and inputs. Every value goes through the same check as those of the
 * JSON endpoint.
 */
public final class ScoringRequest {
  private static final StrictJson JSON = new StrictJson();
  private static final List<String> TABLES =
      List.of("dataframe_split", "dataframe_records", "instances", "inputs");
  private static final String WANTED =
      "an object with one of dataframe_split, dataframe_records, instances and inputs";

  private ScoringRequest() {}

  /** A table of values as it was sent, before it is known whether it fits. */
  private record Table(Optional<List<String>> columns, List<List<JsonCell>> rows, String fault) {
    static Table faulty(String fault) {
      return new Table(Optional.empty(), List.of(), fault);
    }
  }

  /**
   * Checks the rows of a body.
   *
   * @throws MalformedJson if it is not one whole JSON text
   */
  public static Batch read(Inputs inputs, byte[] body) throws MalformedJson {
    return JSON.read(body, WANTED, parser -> read(inputs, parser));
  }

  private static Batch read(Inputs inputs, JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return refused("The request must be " + WANTED);
    }
    List<String> found = new ArrayList<>();
    Batch batch = refused("The request must hold one of " + String.join(", ", TABLES));
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (TABLES.contains(key)) {
        found.add(key);
        batch = table(inputs, parser, key);
      } else if (key.equals("params") || key.equals("signature_name")) {
        parser.skipChildren();
      } else {
        parser.skipChildren();
        return skipped(parser, "\"" + Shown.text(key) + "\" is not part of the protocol");
      }
    }
    return found.size() > 1
        ? refused("The request holds " + String.join(" and ", found) + ": send one of them")
        : batch;
  }

  /** Reads on to the end of the object, to see that it is JSON. */
  private static Batch skipped(JsonParser parser, String message) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.nextToken();
      parser.skipChildren();
    }
    return refused(message + "; it takes " + String.join(", ", TABLES) + " and params");
  }

  private static Batch table(Inputs inputs, JsonParser parser, String key) {
    JsonToken begin = parser.currentToken();
    if (key.equals("dataframe_split") && begin == JsonToken.START_OBJECT) {
      return batch(inputs, split(parser));
    }
    if (key.equals("inputs") && begin == JsonToken.START_OBJECT) {
      return batch(inputs, columns(parser));
    }
    if (!key.equals("dataframe_split") && begin == JsonToken.START_ARRAY) {
      return rows(inputs, parser, key);
    }
    parser.skipChildren();
    String shape =
        key.equals("dataframe_split")
            ? "an object with columns and data"
            : key.equals("inputs") ? "a list, or an object of lists" : "a list";
    return refused("\"" + key + "\" must be " + shape);
  }

  private static Table split(JsonParser parser) {
    Optional<List<String>> columns = Optional.empty();
    List<List<JsonCell>> rows = new ArrayList<>();
    String fault = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      if (key.equals("columns") && list) {
        columns = Optional.of(cells(parser).stream().map(JsonCell::text).toList());
      } else if (key.equals("data") && list) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          rows.add(cells(parser));
        }
      } else {
        fault =
            key.equals("index")
                ? fault
                : "\"dataframe_split\" must hold the lists columns and data";
        parser.skipChildren();
      }
    }
    return columns.isEmpty() || !fault.isEmpty()
        ? Table.faulty("\"dataframe_split\" must hold the lists columns and data")
        : new Table(columns, rows, "");
  }

  /** Columns by name, each a list of values, which may stand in lists of one. */
  private static Table columns(JsonParser parser) {
    List<String> names = new ArrayList<>();
    List<List<JsonCell>> columns = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      names.add(parser.currentName());
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      List<JsonCell> cells = new ArrayList<>();
      if (list) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.addAll(cells(parser));
        }
      } else {
        cells.add(JsonCell.read(parser));
      }
      columns.add(cells);
    }
    int rows = columns.isEmpty() ? 0 : columns.get(0).size();
    if (columns.stream().anyMatch(column -> column.size() != rows)) {
      return Table.faulty("The columns of \"inputs\" must hold the same number of values");
    }
    List<List<JsonCell>> turned = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = i;
      turned.add(columns.stream().map(column -> column.get(row)).toList());
    }
    return new Table(Optional.of(names), turned, "");
  }

  /** The values of a list, or the one value that is no list. */
  private static List<JsonCell> cells(JsonParser parser) {
    List<JsonCell> cells = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      cells.add(JsonCell.read(parser));
      return cells;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cells.add(JsonCell.read(parser));
    }
    return cells;
  }

  /** A list of objects with names, or of lists in the header's order. */
  private static Batch rows(Inputs inputs, JsonParser parser, String key) {
    boolean named = key.equals("dataframe_records");
    Budget budget = new Budget();
    List<Checked> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (rows.size() > inputs.policy().mostRows()) {
        parser.skipChildren();
      } else if (named || parser.currentToken() == JsonToken.START_OBJECT) {
        rows.add(JsonRow.read(inputs, parser, budget));
      } else {
        rows.add(row(inputs, Optional.empty(), cells(parser), budget));
      }
    }
    return bounded(inputs, rows);
  }

  private static Batch batch(Inputs inputs, Table table) {
    if (!table.fault().isEmpty()) {
      return refused(table.fault());
    }
    Budget budget = new Budget();
    return bounded(
        inputs,
        table.rows().stream()
            .limit(inputs.policy().mostRows() + 1L)
            .map(cells -> row(inputs, table.columns(), cells, budget))
            .toList());
  }

  private static Checked row(
      Inputs inputs, Optional<List<String>> columns, List<JsonCell> cells, Budget budget) {
    int width = columns.map(List::size).orElse(inputs.size());
    if (cells.size() != width) {
      String message = "has %d values where there are %d columns".formatted(cells.size(), width);
      return new Checked.Refused(List.of(FieldError.forPrograms("", Optional.empty(), message)));
    }
    RowCheck check = new RowCheck(inputs, budget);
    for (int i = 0; i < width; i++) {
      int column = i;
      int index =
          check.named(
              columns
                  .map(names -> names.get(column))
                  .orElseGet(() -> inputs.feature(column).name()));
      if (index != Inputs.NONE) {
        cells.get(i).into(inputs, check, index);
      }
    }
    return check.finish();
  }

  private static Batch bounded(Inputs inputs, List<Checked> rows) {
    int most = inputs.policy().mostRows();
    return rows.size() > most ? JsonRows.tooMany(most) : new Batch(false, rows);
  }

  private static Batch refused(String message) {
    return Batch.of(new Checked.Refused(List.of(FieldError.ofRow(Said.verbatim(message)))));
  }
}
