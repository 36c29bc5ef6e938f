package dev.perennial.serving;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.perennial.words.Said;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads CSV as RFC 4180 has it, with the delimiter that its first line uses most: comma, semicolon
 * or tab. Lines end with LF, CR LF or CR; blank lines do not count. Holds one row at a time, of at
 * most {@value #LONGEST} characters and {@value #MOST_CELLS} cells. For one thread.
 */
final class Csv {
  static final int LONGEST = 1 << 20;
  static final int MOST_CELLS = 16_384;
  static final Said NOT_UTF8 = Said.of("said.csv-not-utf-8");
  private static final String DELIMITERS = ",;\t";

  private final char delimiter;
  private final Iterator<CsvRecord> rows;
  private long line = 1;

  /**
   * Begins to read; looks at the first line to find the delimiter.
   *
   * @throws UncheckedIOException if the text breaks off
   */
  Csv(Reader text) throws MalformedCsv {
    try {
      String head = MarkedText.head(text);
      delimiter = sniff(head);
      rows =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(2 * LONGEST)
              .build(handler(), new MarkedText(head, text))
              .iterator();
    } catch (CharacterCodingException e) {
      throw new MalformedCsv(NOT_UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvRecordHandler handler() {
    return CsvRecordHandler.builder()
        .maxFields(MOST_CELLS)
        .maxFieldSize(LONGEST)
        .maxRecordSize(LONGEST)
        .build();
  }

  /**
   * Begins to read a body.
   *
   * @throws MalformedCsv if it is not UTF-8
   */
  static Csv of(byte[] body) throws MalformedCsv {
    try {
      return new Csv(new StringReader(Utf8.decode(body).toString()));
    } catch (CharacterCodingException e) {
      throw new MalformedCsv(NOT_UTF8);
    }
  }

  private static char sniff(String head) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < head.length() && (quoted || "\r\n".indexOf(head.charAt(i)) < 0); i++) {
      quoted ^= head.charAt(i) == '"';
      int which = quoted ? -1 : DELIMITERS.indexOf(head.charAt(i));
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

  char delimiter() {
    return delimiter;
  }

  /** In which line the row that was read last begins, from 1. */
  long line() {
    return line;
  }

  /**
   * The cells of the next row; none at the end of the text.
   *
   * @throws MalformedCsv if a quoted cell does not end, or does not end its cell, or the row is too
   *     long, or the text is not UTF-8
   * @throws UncheckedIOException if the text breaks off
   */
  List<String> next() throws MalformedCsv {
    try {
      CsvRecord row = rows.next();
      List<String> cells = row.getFields();
      String last = cells.get(cells.size() - 1);
      if (!last.endsWith(MarkedText.MARK)) {
        line = row.getStartingLineNumber();
        return cells;
      }
      if (cells.size() == 1 && last.equals(MarkedText.MARK)) {
        return List.of();
      }
      throw new MalformedCsv(Said.of("said.csv-quote-unended", row.getStartingLineNumber()));
    } catch (NoSuchElementException e) {
      return List.of();
    } catch (CsvParseException e) {
      throw new MalformedCsv(why(e, line));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new MalformedCsv(NOT_UTF8);
      }
      throw e;
    }
  }

  /** What the library says, in a sentence for people; its words for this are held by a test. */
  private static Said why(CsvParseException e, long before) {
    String outer = String.valueOf(e.getMessage());
    Said place =
        outer.matches(".* line \\d{1,18}")
            ? Said.of("said.row-of-line", Long.valueOf(outer.substring(outer.lastIndexOf(' ') + 1)))
            : Said.of("said.row-after-line", before);
    String cause = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    if (cause.contains("after closing quote")) {
      return Said.of("said.csv-after-quote", place);
    }
    return Said.of("said.csv-row-too-long", place, (long) LONGEST, (long) MOST_CELLS);
  }
}
