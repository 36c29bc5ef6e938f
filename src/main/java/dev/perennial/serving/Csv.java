package dev.perennial.serving;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it, with the delimiter that its first line uses most: comma, semicolon
 * or tab. Lines end with LF, CR LF or CR; blank lines do not count. For one thread.
 */
final class Csv {
  private static final String DELIMITERS = ",;\t";
  private static final int END = -1;
  private final String text;
  private final char delimiter;
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
    this.delimiter = sniff(text);
  }

  /**
   * Begins to read a body.
   *
   * @throws MalformedCsv if it is not UTF-8
   */
  static Csv of(byte[] body) throws MalformedCsv {
    try {
      return new Csv(Utf8.decode(body).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedCsv("The body is not valid UTF-8: send the CSV text in UTF-8.");
    }
  }

  private static char sniff(String text) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length() && (quoted || !isLineEnd(text.charAt(i))); i++) {
      quoted ^= text.charAt(i) == '"';
      int which = quoted ? -1 : DELIMITERS.indexOf(text.charAt(i));
      if (which >= 0) {
        counts[which]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }

  /**
   * The cells of the next line; none at the end of the text.
   *
   * @throws MalformedCsv if a quoted cell does not end, or does not end its cell
   */
  List<String> next() throws MalformedCsv {
    while (at < text.length() && isLineEnd(text.charAt(at))) {
      endLine();
    }
    List<String> cells = new ArrayList<>();
    if (at == text.length()) {
      return cells;
    }
    cells.add(cell());
    while (peek() == delimiter) {
      at++;
      cells.add(cell());
    }
    return cells;
  }

  private String cell() throws MalformedCsv {
    if (peek() == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws MalformedCsv {
    int begun = line;
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      int c = peek();
      if (c == END) {
        throw new MalformedCsv("The quoted text that begins in line " + begun + " does not end.");
      }
      if (c == '"') {
        at++;
        if (peek() != '"') {
          return closed(cell.toString());
        }
        cell.append('"');
        at++;
      } else if (isLineEnd((char) c)) {
        int from = at;
        endLine();
        cell.append(text, from, at);
      } else {
        cell.append((char) c);
        at++;
      }
    }
  }

  private String closed(String cell) throws MalformedCsv {
    if (peek() != END && peek() != delimiter && !isLineEnd((char) peek())) {
      throw new MalformedCsv(
          "In line %d text stands behind a closing quote: write a quote within quotes twice."
              .formatted(line));
    }
    return cell;
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private void endLine() {
    boolean both = text.startsWith("\r\n", at);
    at += both ? 2 : 1;
    line++;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
