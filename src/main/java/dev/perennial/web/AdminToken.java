package dev.perennial.web;

import dev.perennial.access.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The setting that stands in for accounts: who bears it is the administrator. Immutable. */
public final class AdminToken {
  private static final String SCHEME = "Bearer ";
  private final byte[] token;

  /**
   * @param token "" if nobody may
   */
  public AdminToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** True if the right needs nothing, or the request bears the token; in constant time. */
  public boolean allows(Right right, HttpServletRequest request) {
    if (right != Right.READER && right != Right.ADMINISTRATOR) {
      return true;
    }
    @Nullable String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return token.length > 0 && MessageDigest.isEqual(token, given);
  }
}
