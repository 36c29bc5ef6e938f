package dev.perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body up to a bound. */
public final class Body {
  private Body() {}

  /**
   * The whole body; never reads more than one byte beyond the bound.
   *
   * @param most in bytes
   * @throws ProblemException with 413 if it is larger, with 400 if it breaks off
   */
  public static byte[] read(HttpServletRequest request, int most) {
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    byte[] body = readUpTo(request, most + 1);
    if (body.length > most) {
      throw tooLarge(most);
    }
    return body;
  }

  /** Containers report a broken chunk or length in exceptions of their own, checked or not. */
  private static byte[] readUpTo(HttpServletRequest request, int bytes) {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(bytes);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, "The body broke off or is badly chunked.")
          .asException();
    }
  }

  private static ProblemException tooLarge(int most) {
    String detail = "The body is larger than %,d bytes: send it in parts.".formatted(most);
    return Problem.of(Problem.Type.TOO_LARGE, detail).asException();
  }
}
