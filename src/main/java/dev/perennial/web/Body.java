package dev.perennial.web;

import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Reads a request's body up to a bound. */
public final class Body {
  /**
   * How much of a body that is too large is read and thrown away: a sender that is cut off while it
   * sends never sees why.
   */
  private static final int GRACE = 4 << 20;

  private Body() {}

  /**
   * The whole body.
   *
   * @param most in bytes
   * @throws ProblemException with 413 if it is larger, with 400 if it breaks off
   */
  public static byte[] read(HttpServletRequest request, int most) {
    Optional<byte[]> kept = Exchange.find(request).flatMap(Exchange::body);
    if (kept.isPresent()) {
      return kept.filter(body -> body.length <= most).orElseThrow(() -> tooLarge(most));
    }
    boolean announced = request.getContentLengthLong() > most;
    byte[] body = readUpTo(request, announced ? 0 : most + 1);
    if (announced || body.length > most) {
      readUpTo(request, GRACE);
      throw tooLarge(most);
    }
    return body;
  }

  /** Containers report a broken chunk or length in exceptions of their own, checked or not. */
  private static byte[] readUpTo(HttpServletRequest request, int bytes) {
    try {
      return request.getInputStream().readNBytes(bytes);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.body-broke-off")).asException();
    }
  }

  private static ProblemException tooLarge(int most) {
    Said detail = Said.of("said.body-too-large", (long) most);
    return Problem.of(Problem.Type.TOO_LARGE, detail).asException();
  }
}
