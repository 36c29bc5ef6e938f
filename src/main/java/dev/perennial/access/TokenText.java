package dev.perennial.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random tokens and what is stored of them. Pure functions but for the randomness handed in. */
final class TokenText {
  /** 62^43 > 2^256. */
  private static final int DIGITS = 43;

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private TokenText() {}

  /** 256 random bits as 43 letters and digits. */
  static String random(SecureRandom random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    BigInteger rest = new BigInteger(1, bits);
    BigInteger base = BigInteger.valueOf(ALPHABET.length());
    char[] text = new char[DIGITS];
    for (int i = DIGITS - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      text[i] = ALPHABET.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(text);
  }

  /**
   * SHA-256 as 64 hex digits. Enough for a token of 256 random bits, which cannot be guessed; never
   * for a password.
   */
  static String sha256(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** Compares in a time that depends on neither text; both are hashed first, to equal lengths. */
  static boolean same(String given, String expected) {
    return MessageDigest.isEqual(digest(given), digest(expected));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
