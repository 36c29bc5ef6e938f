package dev.perennial.web;

import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds a body to the content type that its address takes, in UTF-8. */
public final class MediaType {
  private MediaType() {}

  /**
   * The one of these types that the body is said to be of.
   *
   * @throws ProblemException with 415 if it is of another type, charset or encoding, or of none
   */
  public static String require(HttpServletRequest request, String... types) {
    Said wanted =
        Arrays.stream(types)
            .map(Said::verbatim)
            .reduce((a, b) -> Said.of("said.or", a, b))
            .orElseThrow();
    @Nullable String given = request.getHeader("Content-Type");
    if (given == null || given.isBlank()) {
      throw refuse(Said.of("said.no-content-type", wanted));
    }
    String[] parts = given.split(";", -1);
    String type =
        Arrays.stream(types)
            .filter(parts[0].strip()::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(() -> refuse(Said.of("said.other-content-type", wanted)));
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip().toLowerCase(Locale.ROOT);
      if (part.startsWith("charset") && !isUtf8(part)) {
        throw refuse(Said.of("said.only-utf-8"));
      }
    }
    @Nullable String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
      throw refuse(Said.of("said.compressed"));
    }
    return type;
  }

  private static boolean isUtf8(String parameter) {
    int equals = parameter.indexOf('=');
    String value = equals < 0 ? "" : parameter.substring(equals + 1).strip().replace("\"", "");
    return value.equals("utf-8") || value.equals("utf8");
  }

  private static ProblemException refuse(Said detail) {
    return Problem.of(Problem.Type.UNSUPPORTED_MEDIA_TYPE, detail).asException();
  }
}
