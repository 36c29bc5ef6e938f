package dev.perennial.web;

import dev.perennial.words.Said;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code application/x-www-form-urlencoded}, strictly: containers differ in what they make of
 * a stray percent sign or of bytes that are not UTF-8, some with an error of the server.
 */
public final class UrlEncoded {
  private static final int MOST_FIELDS = 10_000;

  private UrlEncoded() {}

  /**
   * Names to their values in the order sent.
   *
   * @throws ProblemException with 400 if it is not well-formed
   */
  public static Map<String, List<String>> read(byte[] encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int start = 0;
    int count = 0;
    while (start < encoded.length) {
      int end = indexOf(encoded, '&', start, encoded.length);
      if (end > start) {
        int equals = indexOf(encoded, '=', start, end);
        String name = decode(encoded, start, equals);
        String value = equals == end ? "" : decode(encoded, equals + 1, end);
        fields.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        if (++count > MOST_FIELDS) {
          throw bad(Said.of("said.too-many-fields", (long) MOST_FIELDS));
        }
      }
      start = end + 1;
    }
    return fields;
  }

  /** A field and the rest without it, byte for byte. */
  record Cut(Optional<String> value, byte[] rest) {}

  /** Takes out the first field of this plain name; another one of it belongs to the form. */
  static Cut cut(byte[] encoded, String name) {
    byte[] start = (name + "=").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream rest = new ByteArrayOutputStream(encoded.length);
    Optional<String> value = Optional.empty();
    for (int at = 0; at < encoded.length; ) {
      int end = indexOf(encoded, '&', at, encoded.length);
      int after = Math.min(end + 1, encoded.length);
      int same = Arrays.mismatch(encoded, at, end, start, 0, start.length);
      if (value.isEmpty() && (same < 0 || same == start.length)) {
        value = Optional.of(decode(encoded, at + start.length, end));
      } else {
        rest.write(encoded, at, after - at);
      }
      at = after;
    }
    return new Cut(value, rest.toByteArray());
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  private static String decode(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (bytes[i] == '%') {
        int high = i + 2 <= to - 1 ? Character.digit(bytes[i + 1], 16) : -1;
        int low = i + 2 <= to - 1 ? Character.digit(bytes[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw bad(Said.of("said.stray-percent"));
        }
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad(Said.of("said.text-not-utf-8"));
    }
  }

  private static ProblemException bad(Said what) {
    return Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.encode-as-a-form", what))
        .asException();
  }
}
