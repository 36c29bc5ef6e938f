package dev.perennial.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that a form carries to show that our own page sent it: an HMAC-SHA256 of the value of
 * the cookie (session or, on the sign-in page, a random one that the page set), so nothing is kept.
 * Safe for use by many threads.
 */
public final class Csrf {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * @param secret the same on every instance: {@link Access#csrf} keeps it in the database
   */
  Csrf(String secret, SecureRandom random) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.random = random;
  }

  /** A cookie's value for a visitor who has no session yet: 256 random bits as text. */
  public String newCookie() {
    return TokenText.random(random);
  }

  /** The form's token for this cookie: 43 characters that are safe in HTML and URLs. */
  public String token(String cookie) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(("csrf " + cookie).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether this token belongs to this cookie; takes the same time for every wrong one. */
  public boolean matches(String cookie, String token) {
    return TokenText.same(token, token(cookie));
  }
}
