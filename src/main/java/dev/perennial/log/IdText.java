package dev.perennial.log;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Prints ids with a keyed check, and reads them back. Safe for use by many threads.
 *
 * <p>The text is 13 characters of id and 8 characters (40 bits) of HMAC-SHA256 in Crockford's base
 * 32, lower case. Nobody without the key can guess a text that {@link #parse} takes, and nothing
 * has to be looked up to refuse one. Upper case is read as well; nothing else is forgiven.
 */
public final class IdText {
  /** The length of every text. */
  public static final int LENGTH = 21;

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int ID_DIGITS = 13;
  private static final int CHECK_BYTES = 5;
  private static final int CHECK_DIGITS = 8;

  private final ThreadLocal<Mac> macs;

  /**
   * @param key secret; at least 16 bytes
   */
  public IdText(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the key needs at least 16 bytes, got " + key.length);
    }
    SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
    this.macs = ThreadLocal.withInitial(() -> mac(secret));
  }

  public String print(long id) {
    char[] text = new char[LENGTH];
    write(id, text, 0, ID_DIGITS);
    write(number(check(id)), text, ID_DIGITS, CHECK_DIGITS);
    return new String(text);
  }

  /** The id, or nothing if the text is not one that {@link #print} made with this key. */
  public OptionalLong parse(String text) {
    if (text.length() != LENGTH) {
      return OptionalLong.empty();
    }
    long id = read(text, 0, ID_DIGITS);
    long check = read(text, ID_DIGITS, LENGTH);
    if (id < 0 || check < 0 || digit(text.charAt(0)) > 7) {
      return OptionalLong.empty();
    }
    byte[] given = Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(check).array(), 3, 8);
    return MessageDigest.isEqual(given, check(id)) ? OptionalLong.of(id) : OptionalLong.empty();
  }

  private byte[] check(long id) {
    byte[] mac = macs.get().doFinal(ByteBuffer.allocate(8).putLong(id).array());
    return Arrays.copyOf(mac, CHECK_BYTES);
  }

  private static long number(byte[] bytes) {
    long number = 0;
    for (byte b : bytes) {
      number = (number << 8) | (b & 0xff);
    }
    return number;
  }

  private static void write(long number, char[] to, int from, int digits) {
    long rest = number;
    for (int i = from + digits - 1; i >= from; i--) {
      to[i] = DIGITS.charAt((int) (rest & 31));
      rest >>>= 5;
    }
  }

  /** The number, or -1 if a character is not a digit. */
  private static long read(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = (number << 5) | digit;
    }
    return number;
  }

  private static int digit(char c) {
    return DIGITS.indexOf(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }

  private static Mac mac(SecretKeySpec secret) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
