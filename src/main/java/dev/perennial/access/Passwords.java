package dev.perennial.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Argon2id (RFC 9106) hashes in the PHC form, which carries its own parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Memory in KiB. Safe for use by many threads; each
 * computation takes the memory named, so callers bound how many run at once.
 */
final class Passwords {
  /** The least that OWASP's password storage cheat sheet advises: 19 MiB, two passes, one lane. */
  static final int MEMORY = 19_456;

  static final int PASSES = 2;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");

  private final SecureRandom random;
  private final int memory;
  private final int passes;
  private final LongAdder computed = new LongAdder();
  private final String decoy;

  Passwords(SecureRandom random, int memory, int passes) {
    this.random = random;
    this.memory = memory;
    this.passes = passes;
    this.decoy = hash(TokenText.random(random));
  }

  /** A new hash with a salt of its own and the parameters of today. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    byte[] hash = compute(password, salt, memory, passes);
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memory, passes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /**
   * Whether the password is right. Without a stored hash (there is no such account) it does the
   * same work on a decoy and says no, so that the time tells nothing about which names exist.
   */
  boolean matches(String password, Optional<String> stored) {
    Matcher parts = parse(stored.orElse(decoy));
    byte[] salt = Base64.getDecoder().decode(parts.group(3));
    byte[] expected = Base64.getDecoder().decode(parts.group(4));
    byte[] given =
        compute(password, salt, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    boolean equal = MessageDigest.isEqual(given, expected);
    return equal && stored.isPresent();
  }

  /** Whether a stored hash was made with other parameters than today's. */
  boolean isOutdated(String stored) {
    Matcher parts = parse(stored);
    return Integer.parseInt(parts.group(1)) != memory || Integer.parseInt(parts.group(2)) != passes;
  }

  /** How many hashes were computed so far: the work done, whoever asked for it. */
  long computed() {
    return computed.sum();
  }

  private byte[] compute(String password, byte[] salt, int memory, int passes) {
    computed.increment();
    // The same password typed on another keyboard may come as other code points: NFKC makes it one.
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    return Argon2Function.getInstance(memory, passes, 1, HASH_BYTES, Argon2.ID, 19)
        .hash(normal.getBytes(StandardCharsets.UTF_8), salt)
        .getBytes();
  }

  private static Matcher parse(String stored) {
    Matcher parts = FORM.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalStateException("a stored password hash is not in a form known here");
    }
    return parts;
  }
}
