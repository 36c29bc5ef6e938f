package dev.perennial.serving;

import java.io.IOException;
import java.io.Reader;

/**
 * A text with a mark of its own in a line behind its end. The CSV library takes a quoted cell that
 * never ends for a cell; with the mark in it, it shows. For one thread.
 */
final class MarkedText extends Reader {
  /** No text for people holds it: the first and the last are no characters. */
  static final String MARK = "\uFFFFend of the text\uFFFF";

  private static final int HEAD = 1 << 16;
  private final Reader rest;
  private String ahead;
  private int at;
  private boolean ended;

  /**
   * @param head what was read of the text already
   */
  MarkedText(String head, Reader rest) {
    this.ahead = head;
    this.rest = rest;
  }

  /**
   * Reads the first line of the text, or its beginning if the line is very long, and what comes
   * with it; without a byte order mark.
   */
  static String head(Reader text) throws IOException {
    StringBuilder head = new StringBuilder();
    char[] buffer = new char[8_192];
    int read = 0;
    while (read >= 0 && head.length() < HEAD && !holdsLine(head)) {
      read = text.read(buffer, 0, buffer.length);
      head.append(buffer, 0, Math.max(0, read));
    }
    boolean marked = head.length() > 0 && head.charAt(0) == '\uFEFF';
    return head.substring(marked ? 1 : 0);
  }

  private static boolean holdsLine(CharSequence text) {
    return text.chars().anyMatch(c -> c == '\n' || c == '\r');
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    if (at == ahead.length() && !ended) {
      int read = rest.read(to, offset, length);
      if (read >= 0) {
        return read;
      }
      ended = true;
      ahead = "\n" + MARK;
      at = 0;
    }
    if (at == ahead.length()) {
      return -1;
    }
    int count = Math.min(length, ahead.length() - at);
    ahead.getChars(at, at + count, to, offset);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
