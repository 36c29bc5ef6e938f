package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of ARFF data in its cells. Quotes are single or double, and a backslash takes the next
 * character as it is; commas and blanks stand between cells; a question mark without quotes is a
 * missing value, here an empty text.
 *
 * @param positions of a sparse row's cells, from 0; empty for a dense row
 * @param fault what is wrong with it, about {@link Said#SUBJECT}; nothing if nothing is
 */
record ArffRow(boolean sparse, List<Integer> positions, List<String> cells, Optional<Said> fault) {

  static ArffRow of(String line) {
    String text = line.strip();
    boolean sparse = text.startsWith("{");
    Reader reader = new Reader(text, sparse ? 1 : 0);
    List<Integer> positions = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    while (reader.hasMore()) {
      if (sparse) {
        String position = reader.cell();
        if (!position.matches("[0-9]{1,6}") || !reader.hasMore()) {
          return faulty(Said.of("said.arff-pair", Said.SUBJECT));
        }
        positions.add(Integer.parseInt(position));
      }
      cells.add(reader.cell());
      if (reader.unended) {
        return faulty(Said.of("said.arff-quote-unended", Said.SUBJECT));
      }
    }
    return new ArffRow(sparse, positions, cells, Optional.empty());
  }

  private static ArffRow faulty(Said fault) {
    return new ArffRow(false, List.of(), List.of(), Optional.of(fault));
  }

  /** Walks along the line. */
  private static final class Reader {
    private static final String BETWEEN = ", \t";
    private static final String ENDS = BETWEEN + "{}%";
    private final String text;
    private int at;
    private boolean unended;

    Reader(String text, int from) {
      this.text = text;
      at = from;
    }

    /** A brace begins a weight, or ends a sparse row; a percent sign begins a comment. */
    boolean hasMore() {
      while (at < text.length() && BETWEEN.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length() && "{}%".indexOf(text.charAt(at)) < 0;
    }

    String cell() {
      char first = text.charAt(at);
      if (first == '\'' || first == '"') {
        return quoted(first);
      }
      int from = at;
      while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String cell = text.substring(from, at);
      return cell.equals("?") ? "" : cell;
    }

    private String quoted(char quote) {
      StringBuilder cell = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != quote; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        cell.append(text.charAt(at));
      }
      unended = at >= text.length();
      at++;
      return cell.toString();
    }
  }
}
