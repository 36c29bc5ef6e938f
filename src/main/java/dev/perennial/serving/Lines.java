package dev.perennial.serving;

import dev.perennial.words.Said;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of a bounded length; they end with LF, CR LF or CR. For one thread. */
final class Lines {
  private final Reader text;
  private final char[] buffer = new char[8_192];
  private int at;
  private int end;
  private boolean afterReturn;

  Lines(Reader text) {
    this.text = text;
  }

  /**
   * The next line without its end; nothing at the end of the text.
   *
   * @throws MalformedCsv if it is longer than {@value Csv#LONGEST} characters
   */
  Optional<String> next() throws IOException, MalformedCsv {
    StringBuilder line = new StringBuilder();
    for (int c = read(); c >= 0; c = read()) {
      boolean second = afterReturn && c == '\n';
      afterReturn = c == '\r';
      if (second) {
        continue;
      }
      if (c == '\n' || c == '\r') {
        return Optional.of(line.toString());
      }
      line.append((char) c);
      if (line.length() > Csv.LONGEST) {
        throw new MalformedCsv(Said.of("said.line-too-long", (long) Csv.LONGEST));
      }
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
  }

  private int read() throws IOException {
    if (at == end) {
      end = text.read(buffer, 0, buffer.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++];
  }
}
