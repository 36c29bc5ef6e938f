package dev.perennial.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The one compression that every browser takes. */
final class Gzip {
  private Gzip() {}

  /** Whether the client says that it takes it. */
  static boolean isTakenBy(HttpServletRequest request) {
    @Nullable String accepted = request.getHeader("Accept-Encoding");
    return accepted != null
        && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
            .map(coding -> coding.replace(" ", ""))
            .anyMatch(coding -> coding.matches("gzip(;q=(1|0?\\.0*[1-9]).*)?"));
  }

  /**
   * The bytes, compressed.
   *
   * @param level from 1, fast, to 9, small
   */
  static byte[] of(byte[] plain, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (GZIPOutputStream gzip = new Leveled(bytes, level)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private static final class Leveled extends GZIPOutputStream {
    Leveled(ByteArrayOutputStream bytes, int level) throws IOException {
      super(bytes);
      def.setLevel(level);
    }
  }
}
