package dev.perennial.web;

import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a form with files, each read when asked for. For one request.
 *
 * @param mostBytes of a file
 */
public record Upload(Collection<Part> parts, long mostBytes) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 2_000;

  /** How much its other fields may take. */
  public static final int GRACE = 1 << 16;

  /**
   * Takes the parts in.
   *
   * @param files how many there may be
   * @throws ProblemException with 400, 413 or 415
   */
  public static Upload of(HttpServletRequest request, int files, long mostBytes) {
    MediaType.require(request, "multipart/form-data");
    if (request.getContentLengthLong() > files * mostBytes + GRACE) {
      throw tooLarge(mostBytes);
    }
    try {
      return new Upload(request.getParts(), mostBytes);
    } catch (IOException | ServletException | IllegalStateException e) {
      throw isBound(e) ? tooLarge(mostBytes) : broken();
    }
  }

  /** The file of this field; nothing if none was chosen. */
  public Optional<Part> file(String field) {
    return part(field).filter(part -> part.getSize() > 0);
  }

  /** The bytes of a file; none if none was chosen. */
  public byte[] bytes(String field) {
    Optional<Part> part = file(field);
    try {
      return part.isPresent() ? part.get().getInputStream().readAllBytes() : new byte[0];
    } catch (IOException e) {
      throw broken();
    }
  }

  /** What stands in a field without a file, stripped; "" if it did not come. */
  public String text(String field) {
    Optional<Part> part = part(field);
    try {
      return part.isPresent()
          ? new String(part.get().getInputStream().readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8)
              .strip()
          : "";
    } catch (IOException e) {
      throw broken();
    }
  }

  private Optional<Part> part(String field) {
    return parts.stream().filter(part -> part.getName().equals(field)).findFirst();
  }

  /** The last part of a file's name, for people: no path is made of it. */
  public static String name(Part part) {
    @Nullable String sent = part.getSubmittedFileName();
    String name = sent == null ? "" : sent.replaceAll("^.*[/\\\\]", "");
    String shown = name.replaceAll("\\p{C}", "");
    return shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }

  /** The servlet's own exception for a part beyond its bound; Jetty wraps it. */
  private static boolean isBound(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException tooLarge(long mostBytes) {
    Said detail = Said.of("said.file-too-large", mostBytes);
    return Problem.of(Problem.Type.TOO_LARGE, detail).asException();
  }

  /** A body that is not what it says, or ends early. */
  public static ProblemException broken() {
    return Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.upload-broke-off")).asException();
  }
}
